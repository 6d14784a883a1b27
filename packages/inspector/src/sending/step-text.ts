/** A step in words: `Step 2 A` for `0_1_0`, `Step 2` for `0_1`. Steps and variants count as people do. */
export function stepText(step: string): string {
  const [, index, variant] = /^\d+_(\d+)(?:_(\d+))?$/.exec(step) ?? [];
  if (index === undefined) return step;
  const number = Number(variant);
  const letter = variant === undefined ? "" : ` ${number < 26 ? String.fromCharCode(65 + number) : number + 1}`;
  return `Step ${Number(index) + 1}${letter}`;
}
