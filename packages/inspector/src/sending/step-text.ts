/** A step in words: `Step 2 A` for `0_1_0`, `Step 2` for `0_1`. Steps and variants count as people do. */
export function stepText(place: string): string {
  const [, step, variant] = place.split("_").map(Number);
  if (step === undefined || Number.isNaN(step)) return place;
  return variant === undefined ? `Step ${step + 1}` : `Step ${step + 1} ${variantText(variant)}`;
}

/** The letter of a variant; its number after the 26th. */
export function variantText(variant: number): string {
  return variant < 26 ? String.fromCharCode(65 + variant) : String(variant + 1);
}
