import { interestNames } from "../engine/recipient.ts";
import { hasReplyTexts, replyLanguages } from "../engine/reply-texts.ts";
import { describeValue } from "../input/describe-value.ts";
import { suggestion } from "../input/nearest-name.ts";
import type { ReplyContent } from "../state/scripted-reply.ts";

const MAX_TEXT = 100_000;
const MAX_SUBJECT = 998;

/**
 * Reads what a reply says: `{ text, subject, language, interest }`, all of them optional.
 *
 * @throws TypeError naming the field and what was expected.
 */
export function readReplyContent(given: {
  readonly text?: unknown;
  readonly subject?: unknown;
  readonly language?: unknown;
  readonly interest?: unknown;
}): ReplyContent {
  const text = textField("text", given.text, MAX_TEXT);
  const subject = textField("subject", given.subject, MAX_SUBJECT);
  const language = languageOf(given.language, text !== undefined);
  const interest = interestOf(given.interest);
  return {
    ...(text === undefined ? {} : { text }),
    ...(subject === undefined ? {} : { subject }),
    ...(language === undefined ? {} : { language }),
    ...(interest === undefined ? {} : { interest }),
  };
}

function textField(name: string, value: unknown, most: number): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === "string" && value.length <= most) return value;
  throw new TypeError(`${name}: expected a text of at most ${most} characters, found ${describeValue(value)}`);
}

function languageOf(value: unknown, hasText: boolean): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== "string" || !/^[a-z]{2,3}(-[a-z0-9]{1,8}){0,3}$/i.test(value)) {
    throw new TypeError(`language: expected a tag such as "de" or "pt-BR", found ${describeValue(value)}`);
  }
  if (hasText || hasReplyTexts(value)) return value;
  throw new TypeError(
    `language: ${describeValue(value)} needs a text; default texts exist in ${replyLanguages.join(", ")}`,
  );
}

function interestOf(value: unknown): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value === "string" && Object.hasOwn(interestNames, value)) return interestNames[value];
  const names = Object.keys(interestNames);
  const close = typeof value === "string" ? suggestion(value, names) : "";
  throw new TypeError(`interest: expected one of ${names.join(", ")}, found ${describeValue(value)}${close}`);
}
