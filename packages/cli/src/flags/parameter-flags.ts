import type { TypedFlagParameter } from "@stricli/core";
import type { Parameter } from "../catalog/parameter.ts";
import type { CliContext } from "../context.ts";
import { readValue } from "../input/read-value.ts";

type Flag =
  | TypedFlagParameter<boolean | undefined, CliContext>
  | TypedFlagParameter<readonly string[] | undefined, CliContext>
  | TypedFlagParameter<object | undefined, CliContext>;

/** The flags of the parameters of an action. All are optional for the parser, because `--input` may have their values. */
export function parameterFlags(parameters: readonly Parameter[]): Record<string, Flag> {
  return Object.fromEntries(parameters.map((parameter) => [parameter.flag, parameterFlag(parameter)]));
}

function parameterFlag(parameter: Parameter): Flag {
  const { kind, choices } = parameter;
  const brief = briefOf(parameter);
  if (kind === "boolean") return { kind, optional: true, brief };
  const words = choices.map(({ word }) => word);
  const flag = {
    kind: "parsed",
    parse: (text: string) => readValue(parameter, text) as Promise<object>,
    proposeCompletions: () => words,
    optional: true,
    brief,
    placeholder: { text: "text", integer: "number", number: "number", list: "text", json: "json|@file" }[kind],
  } as const;
  return kind === "list" ? { ...flag, parse: String, variadic: true } : flag;
}

function briefOf({ kind, description, isRequired, choices, minimum, maximum }: Parameter): string {
  const range = minimum === undefined || maximum === undefined ? "" : ` From ${minimum} to ${maximum}.`;
  const repeat = kind === "list" ? " Repeat the flag for more." : "";
  const values = choices.length === 0 ? "" : ` One of ${choices.map(({ word }) => word).join(", ")}.`;
  return `${isRequired ? "(required) " : ""}${description}${range}${repeat}${values}`.trim();
}
