/** Creates unique ids for the headings of a page from their texts, in the format of GitHub. */
export function uniqueHeadingIds(): (text: string) => string {
  const taken = new Map<string, number>();
  return (text) => {
    const id = text
      .trim()
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(/\s/g, "-");
    const count = taken.get(id) ?? 0;
    taken.set(id, count + 1);
    return count === 0 ? id : `${id}-${count}`;
  };
}
