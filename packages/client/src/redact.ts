/** Longest piece of a key that may stay in a text. */
const WINDOW = 12;

/** Builds a function that removes a key from a text: whole, escaped, or any piece of 12 characters or more. */
export function redactor(key: string): (text: string) => string {
  const forms = [key, JSON.stringify(key).slice(1, -1), encodeURIComponent(key), btoa(key)];
  return (text) => {
    let clean = text;
    for (const form of forms) clean = clean.replaceAll(form, "[redacted]");
    for (let start = 0; start + WINDOW <= key.length; start += 1) {
      clean = clean.replaceAll(key.slice(start, start + WINDOW), "[redacted]");
    }
    return clean;
  };
}
