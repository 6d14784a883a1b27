const RANDOM = /\{\{?\s*(?:RANDOM\s*\|)?([^{}|]*(?:\|[^{}|]*)+)\}\}?/gi;
const EXPRESSION = /\{\{[^{}]{0,2000}\}\}|\{%[^{}]{0,2000}%\}/g;
const LITERAL = /"([^"{}]{0,200})"|'([^'{}]{0,200})'/g;
const MAX_CHOICES = 12;

/**
 * The forms in which a text with template expressions can be sent: with each random choice, with the literals of its
 * expressions, and without them, as if their variables were empty. None if it has none.
 */
export function templateForms(text: string): string[] {
  if (!text.includes("{")) return [];
  const choices = [...text.matchAll(RANDOM)].map(([, list = ""]) => list.split("|").map((choice) => choice.trim()));
  const most = Math.min(MAX_CHOICES, Math.max(0, ...choices.map((list) => list.length)));
  const chosen = Array.from({ length: most }, (_, index) => {
    return text.replace(RANDOM, (_all, list: string) => {
      const options = list.split("|");
      return (options[index % options.length] ?? "").trim();
    });
  });
  const literal = text.replace(EXPRESSION, (expression) =>
    [...expression.matchAll(LITERAL)].map(([, double, single]) => double ?? single ?? "").join(""),
  );
  return [...new Set([...chosen, literal, text.replace(EXPRESSION, "")])].filter((form) => form !== text);
}
