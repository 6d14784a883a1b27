import { interruptedError, usageError } from "../command-error.ts";
import type { CliContext } from "../context.ts";
import type { CheckFlags, RunFlags } from "../flags/run-flags.ts";
import { htmlOf, lineBreakIssues, losesLineBreaks, withHtmlLineBreaks } from "./sequence-issues.ts";

type Input = Readonly<Record<string, unknown>>;

/**
 * Converts plain texts whose line breaks would be lost to HTML, if the person wants that.
 *
 * @throws CommandError if there are such texts, and nobody can be asked.
 */
export async function fixLineBreaks(context: CliContext, input: Input, flags: CheckFlags & RunFlags): Promise<Input> {
  const fields = fieldsWithLostBreaks(input);
  if (fields.length === 0) return input;
  if (flags.convertLineBreaks) return converted(input);
  if (flags.skipChecks) return input;
  const problem = `${fields.join(", ")}: plain text, which is sent as HTML, so its line breaks are lost`;
  if (flags.yes || !context.isInteractive) {
    throw usageError(
      `${problem}. Pass --convert-line-breaks to send <br/> for each, or --skip-checks to send it as it is`,
    );
  }
  const { isCancel, select } = await import("@clack/prompts");
  const { stdin: inputStream, stderr: output, signal } = context;
  const choice = await select({
    message: problem,
    options: [
      { value: "convert", label: "Convert: send <br/> for each line break" },
      { value: "keep", label: "Send it as it is" },
      { value: "stop", label: "Stop" },
    ],
    input: inputStream,
    output,
    signal,
    withGuide: false,
  });
  if (isCancel(choice) || choice === "stop") throw interruptedError();
  return choice === "convert" ? converted(input) : input;
}

function fieldsWithLostBreaks(input: Input): string[] {
  const isText = input["text_only"] === true;
  const { body_text: text, body_html: html } = input;
  return [
    ...(isText ? [] : lineBreakIssues(input["sequences"])),
    ...(html === undefined && losesLineBreaks(text) ? ["body_text"] : []),
    ...(losesLineBreaks(html) ? ["body_html"] : []),
  ];
}

function converted(input: Input): Input {
  const { body_text: text, body_html: html, ...rest } = input;
  const given = html ?? text;
  return {
    ...rest,
    ...(rest["sequences"] === undefined ? {} : { sequences: withHtmlLineBreaks(rest["sequences"]) }),
    ...(losesLineBreaks(given)
      ? { body_html: htmlOf(given) }
      : { ...(html === undefined ? {} : { body_html: html }), ...(text === undefined ? {} : { body_text: text }) }),
  };
}
