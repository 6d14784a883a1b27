/** A text of a sequence or a reply. */
const MARKUP = /<\/?[a-z][^>]*>/i;

interface Step {
  readonly delay?: unknown;
  readonly variants?: readonly { readonly body?: unknown }[] | null;
}

/** The steps of the first sequence, which is the only one that is used. */
function stepsOf(sequences: unknown): readonly Step[] {
  const [first] = Array.isArray(sequences) ? (sequences as { readonly steps?: unknown }[]) : [];
  return Array.isArray(first?.steps) ? (first.steps as Step[]) : [];
}

/** The steps that send the next email at once: a delay is the wait before the next step, so only the last may be 0. */
export function delayIssues(sequences: unknown): string[] {
  const steps = stepsOf(sequences);
  return steps
    .slice(0, -1)
    .flatMap(({ delay }, index) =>
      delay === 0
        ? [
            `sequences[0].steps[${index}].delay is 0, so step ${index + 2} goes out on the same day. The delay of a step is the wait before the NEXT one: set the number of days until step ${index + 2}`,
          ]
        : [],
    );
}

/** Whether the line breaks of a text are lost, because it is sent as HTML and has none of its own. */
export function losesLineBreaks(text: unknown): text is string {
  return typeof text === "string" && /\S\s*\n\s*\S/.test(text) && !MARKUP.test(text);
}

/** The bodies of a sequence whose line breaks are lost. */
export function lineBreakIssues(sequences: unknown): string[] {
  return stepsOf(sequences).flatMap(({ variants }, step) =>
    (variants ?? []).flatMap(({ body }, variant) =>
      losesLineBreaks(body) ? [`sequences[0].steps[${step}].variants[${variant}].body`] : [],
    ),
  );
}

/** A sequence whose bodies have `<br/>` for their line breaks. */
export function withHtmlLineBreaks(sequences: unknown): unknown {
  if (!Array.isArray(sequences)) return sequences;
  return (sequences as { readonly steps?: unknown }[]).map((sequence) => ({
    ...sequence,
    ...(Array.isArray(sequence.steps)
      ? {
          steps: (sequence.steps as Step[]).map((step) => ({
            ...step,
            variants: (step.variants ?? []).map((variant) =>
              losesLineBreaks(variant.body) ? { ...variant, body: htmlOf(variant.body) } : variant,
            ),
          })),
        }
      : {}),
  }));
}

/** A plain text as HTML with the same look. Templates such as `{{firstName}}` stay as they are. */
export function htmlOf(text: string): string {
  return text
    .replace(/&(?!#?\w+;)/g, "&amp;")
    .replaceAll("<", "&lt;")
    .replace(/\r\n?|\n/g, "<br/>");
}
