import type { CallEvent, CallOptions } from "@modulex-instantly/client";
import { InstantlyError, isInstantlyError, toEnvelope } from "@modulex-instantly/client";
import type { Action, ActionDefinition } from "./action.ts";
import type { ActionContext, ActionResult } from "./action-context.ts";
import { actionError } from "./action-error.ts";
import { outputSchemas } from "./action-schemas.gen.ts";
import type { ActionInputs, ActionName, ActionOutputs } from "./action-types.gen.ts";
import { clientOf } from "./client-of.ts";
import { projected } from "./projection.ts";
import { validateInput } from "./validate-input.ts";

/** Runs a definition from input to result. It never rejects. */
export async function runDefinition<Name extends ActionName>(
  definition: ActionDefinition<Name>,
  category: Action["category"],
  given: unknown,
  context: ActionContext,
): Promise<ActionOutputs[Name]> {
  const startedAt = performance.now();
  let last: CallEvent | undefined;
  const remember = (event: CallEvent) => {
    last = event;
  };
  const call = async () => {
    const input = checkedInput(definition, given);
    const client = clientOf(context);
    const options: CallOptions = {
      signal: context.signal,
      timeouts: context.timeouts,
      hooks: { onRequest: remember, onResponse: remember },
    };
    return definition.run(input, { client, options });
  };
  const { success, error, data, ...rest } = await toEnvelope(
    call().catch((thrown: unknown) => {
      throw isInstantlyError(thrown) ? actionError(thrown, definition.name, category) : thrown;
    }),
  );
  const cause = "cause" in rest ? rest.cause : undefined;
  report(context, {
    action: definition.name,
    success,
    code: cause?.code ?? null,
    status: cause?.status ?? last?.status ?? null,
    outcome: cause?.outcome ?? null,
    retryable: cause?.retryable ?? false,
    retryAfterMs: cause?.retryAfterMs ?? null,
    attempts: cause?.attempts ?? last?.attempt ?? 0,
    durationMs: performance.now() - startedAt,
  });
  return projected(outputSchemas[definition.name], { ...data, success, error }) as unknown as ActionOutputs[Name];
}

function checkedInput<Name extends ActionName>(definition: ActionDefinition<Name>, given: unknown): ActionInputs[Name] {
  const { name } = definition;
  const result = validateInput(name, given);
  if (result.issues) throw invalidInput(name, result.issues.map(({ message }) => message).join("; "));
  const fault = definition.rule?.(result.value);
  if (fault !== undefined) throw invalidInput(name, fault);
  return result.value;
}

function invalidInput(name: string, message: string): InstantlyError {
  return new InstantlyError(`${name}: ${message}`, { code: "invalid_request", outcome: "not_sent" });
}

function report(context: ActionContext, result: ActionResult): void {
  // A caller's listener, synchronous or not, must not turn a sent mail into a failure.
  const told = async () => context?.onResult?.(result);
  told().catch(() => undefined);
}
