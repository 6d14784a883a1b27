import { interruptedError } from "../command-error.ts";
import type { CliContext } from "../context.ts";
import type { Column, ColumnMapping, ColumnTarget } from "../import/column-mapping.ts";
import { VARIABLE } from "../import/column-mapping.ts";
import { LEAD_FIELDS } from "../import/lead-fields.ts";
import { safeLine } from "../output/safe-text.ts";

/** How many options are shown at a time. */
const SHOWN = 12;

/**
 * Asks what the undecided columns are to become: first which one is the email address, if none is, then what happens to the
 * rest.
 *
 * @throws CommandError if the person leaves.
 */
export async function chooseColumns(
  { stdin, stderr, signal }: CliContext,
  { columns, isDecided }: ColumnMapping,
): Promise<readonly Column[]> {
  const { isCancel, select } = await import("@clack/prompts");
  const streams = { input: stdin as never, output: stderr, signal, maxItems: SHOWN };
  const ask = async <Value extends string>(
    message: string,
    options: readonly (readonly [Value, string])[],
  ): Promise<Value> => {
    const list = options.map(([value, label]) => ({ value, label }));
    const answer = await select<string>({ message, options: list, ...streams });
    if (isCancel(answer)) throw interruptedError();
    return answer as Value;
  };
  const chosen = [...columns];
  const set = (index: number, target: ColumnTarget) => {
    chosen[index] = { header: columns[index]?.header ?? "", target };
  };
  const has = (target: ColumnTarget) => chosen.some((column) => column.target === target);
  const open = () =>
    columns.flatMap(({ header }, index) =>
      isDecided[index] || chosen[index] !== columns[index] ? [] : [{ index, header }],
    );

  if (!has("email") && open().length > 0) {
    const options = open().map(({ index, header }) => [String(index), safeLine(header)] as const);
    set(Number(await ask("Which column has the email addresses?", options)), "email");
  }
  const rest = open();
  if (rest.length === 0) return chosen;
  const names = rest.slice(0, 5).map(({ header }) => `"${safeLine(header)}"`);
  const list = `${names.join(", ")}${rest.length > names.length ? ` and ${rest.length - names.length} more` : ""}`;
  const answer = await ask(`What are the columns ${list}?`, [
    ["variables", "custom variables, for merge tags such as {{Plan}}"],
    ["skip", "nothing: leave them out"],
    ["each", "decide for each"],
  ]);
  for (const { index, header } of rest) {
    if (answer === "skip") set(index, null);
    if (answer !== "each") continue;
    const fields = LEAD_FIELDS.filter((field) => !has(field)).map(
      (field) => [field, `the lead field ${field}`] as const,
    );
    const target = await ask<string>(`What is the column "${safeLine(header)}"?`, [
      [`${VARIABLE}${header}`, `the custom variable ${safeLine(header)}`],
      ...fields,
      ["", "nothing: leave it out"],
    ]);
    set(index, target === "" ? null : (target as ColumnTarget));
  }
  return chosen;
}
