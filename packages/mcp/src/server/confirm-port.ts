import type { ServerContext } from "@modelcontextprotocol/server";
import { inputRequired, inputResponse } from "@modelcontextprotocol/server";
import type { ConfirmationForm, ConfirmPort } from "../guard/tool-guard.ts";
import type { ConfirmSetting } from "../settings/command-options.ts";

/** The capabilities that decide whether a client can show a form. */
interface Elicitation {
  readonly form?: unknown;
  readonly url?: unknown;
}

const RESPONSE = "agreement";

/** How a person can be asked during this request. */
export function confirmPort(
  setting: ConfirmSetting,
  elicitation: Elicitation | undefined,
  token: unknown,
  { mcpReq }: Pick<ServerContext, "mcpReq">,
): ConfirmPort {
  if (setting === "off") return { mode: "not_needed" };
  if (showsForms(elicitation)) {
    const state = mcpReq.requestState();
    const response = inputResponse(mcpReq.inputResponses, RESPONSE);
    if (typeof state !== "string" || response.kind !== "elicit") return { mode: "elicitation" };
    return { mode: "elicitation", response: { state, action: response.action } };
  }
  if (setting === "two-step") return { mode: "two_step", token: typeof token === "string" ? token : undefined };
  return { mode: "none" };
}

/** Asks the person with a form of the client. Works with both protocol revisions: the SDK asks older clients itself. */
export function askPerson({ message, state }: ConfirmationForm): ReturnType<typeof inputRequired> {
  const form = { mode: "form", message, requestedSchema: { type: "object", properties: {} } } as const;
  return inputRequired({ inputRequests: { [RESPONSE]: inputRequired.elicit(form) }, requestState: state });
}

/** An empty capability means forms. */
function showsForms(elicitation: Elicitation | undefined): boolean {
  if (typeof elicitation !== "object" || elicitation === null) return false;
  return elicitation.form !== undefined || elicitation.url === undefined;
}
