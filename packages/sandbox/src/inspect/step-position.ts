import type { StepPosition } from "../state/stored-lead.ts";

/** A step and a variant in the form of the API, such as `0_1_0`. Only the first sequence is used. */
export function positionText({ step, variant }: StepPosition): string {
  return `0_${step}_${variant}`;
}

/** A step, and perhaps a variant, of a filter such as `0_1` or `0_1_0`; undefined for any other text. */
export function parsePosition(
  text: string,
): { readonly step: number; readonly variant: number | undefined } | undefined {
  const [, step, variant] = /^0_(\d{1,4})(?:_(\d{1,4}))?$/.exec(text) ?? [];
  if (step === undefined) return undefined;
  return { step: Number(step), variant: variant === undefined ? undefined : Number(variant) };
}
