import { setTimeout as sleep } from "node:timers/promises";
import { ApiError } from "../api-error.ts";
import type { EmailQuery } from "../contract/mail-views.ts";
import type { Forecast } from "../forecast/forecast.ts";
import { describeValue } from "../input/describe-value.ts";
import { duration } from "../input/duration.ts";
import { isoTime } from "../input/iso-time.ts";
import type { Inspector } from "../inspect/inspector.ts";
import { campaignReason } from "../inspect/sending-state.ts";
import { parsePosition } from "../inspect/step-position.ts";
import type { OutboxMail } from "../serialize/outbox.ts";
import { outboxMail } from "../serialize/outbox.ts";
import type { StoredEmail } from "../state/stored-email.ts";
import { timestamp } from "../state/virtual-clock.ts";
import type { ClockMover } from "./clock-mover.ts";
import { controlBody } from "./control-body.ts";

/** Several times those of a view, because a test has nothing else to do. */
const LIMITS = { events: 500_000, ms: 20_000 };
const MAX_SHOWN = 5;
const MAX_TIMEOUT = 600_000;
const FIELDS = ["to", "subject", "text", "from", "campaign", "by", "step", "since", "within", "timeoutMs"];
const TEXTS = ["to", "from", "campaign", "by", "step", "since", "within"] as const;

type Test = (email: StoredEmail) => boolean;

/** What an email is looked for with. */
interface Wanted {
  readonly matches: Test;
  /** For an error message. */
  readonly description: string;
  readonly withinMs: number;
  readonly timeoutMs: number;
}

/**
 * Waits for an email. If it was sent before, it is returned at once. Otherwise the clock moves to the time at which it is
 * sent, if a forecast finds it; if not, the clock stays where it is until another program changes something or the time is
 * up.
 *
 * @throws TypeError naming the field.
 * @throws ApiError 404 that says what was sent instead, and why nothing else is.
 */
export async function waitForEmail(
  inspector: Inspector,
  mover: ClockMover,
  given: unknown,
  closing: AbortSignal,
): Promise<OutboxMail> {
  const wanted = readQuery(given);
  const end = performance.now() + wanted.timeoutMs;
  for (;;) {
    const found = await mover.whenStill(() => findOrMove(inspector, mover, wanted, closing));
    if (found !== undefined) return found;
    const rest = end - performance.now();
    if (rest <= 0 || closing.aborted) throw new ApiError(404, notFound(inspector, wanted));
    await changeOf(inspector, rest, closing);
  }
}

async function findOrMove(
  inspector: Inspector,
  mover: ClockMover,
  wanted: Wanted,
  closing: AbortSignal,
): Promise<OutboxMail | undefined> {
  const sent = findSent(inspector, wanted.matches);
  if (sent !== undefined) return sent;
  const last = (): number => inspector.database.clock.now + wanted.withinMs;
  let of: Forecast | undefined;
  let checked = 0;
  let found: StoredEmail | undefined;
  const isFound = (forecast: Forecast): boolean => {
    if (forecast !== of) {
      of = forecast;
      checked = 0;
      found = undefined;
    }
    for (; checked < forecast.emails.length && found === undefined; checked += 1) {
      const email = forecast.emails[checked]?.email;
      if (email !== undefined && email.type !== 2 && wanted.matches(email)) found = email;
    }
    return found !== undefined;
  };
  await inspector.lookahead.run((forecast) => closing.aborted || isFound(forecast) || forecast.isPast(last()), LIMITS);
  if (closing.aborted) return undefined;
  // While the forecast paused, the state may have changed, and the clock may have begun to move.
  if (mover.advancing !== null) return mover.whenStill(() => findOrMove(inspector, mover, wanted, closing));
  isFound(inspector.lookahead.forecast);
  const email = found as StoredEmail | undefined;
  if (email === undefined || email.created > last()) return findSent(inspector, wanted.matches);
  await mover.move({ to: email.created });
  inspector.changes.changed();
  return findSent(inspector, wanted.matches);
}

/** The first email that was sent and matches. */
function findSent(inspector: Inspector, matches: Test): OutboxMail | undefined {
  for (const { id, emails } of inspector.workspaces()) {
    const email = emails.all.find((each) => each.type !== 2 && matches(each));
    if (email !== undefined) return outboxMail(id, email);
  }
  return undefined;
}

function changeOf(inspector: Inspector, timeoutMs: number, closing: AbortSignal): Promise<unknown> {
  const changed = new AbortController();
  const unlisten = inspector.changes.listen(() => changed.abort());
  const signal = AbortSignal.any([closing, changed.signal]);
  return sleep(timeoutMs, undefined, { signal })
    .catch(() => {})
    .finally(unlisten);
}

function notFound(inspector: Inspector, { description, withinMs }: Wanted): string {
  const { now } = inspector.database.clock;
  const sent = inspector
    .workspaces()
    .flatMap(({ emails }) => emails.all.filter(({ type }) => type !== 2))
    .sort((a, b) => a.created - b.created);
  const shown = sent
    .slice(-MAX_SHOWN)
    .map((email) => `${shorten(email.to.join(", "))} ${JSON.stringify(shorten(email.subject))}`);
  const instead =
    sent.length === 0
      ? "No email was sent"
      : `${sent.length} ${sent.length === 1 ? "email was" : "emails were"} sent${sent.length > MAX_SHOWN ? `, the last ones` : ""}: ${shown.join("; ")}`;
  const reasons = inspector
    .workspaces()
    .flatMap((workspace) =>
      workspace.campaigns.sorted.map((campaign) => {
        const { text } = campaignReason(workspace, campaign, inspector.lookahead);
        return `Campaign ${JSON.stringify(shorten(campaign.name))}: ${text}`;
      }),
    )
    .slice(0, MAX_SHOWN);
  const until = timestamp(Math.min(now + withinMs, Date.UTC(9999, 0)));
  return [`No email with ${description} is sent until ${until}`, instead, ...reasons].map(sentence).join(" ");
}

function sentence(text: string): string {
  return text.endsWith(".") ? text : `${text}.`;
}

function shorten(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)}...` : text;
}

function readQuery(given: unknown): Wanted {
  const body = controlBody(given, FIELDS);
  for (const name of TEXTS) {
    if (body[name] !== undefined && typeof body[name] !== "string") wrong(name, "a string", body[name]);
  }
  const { to, from, campaign, by, step, since, within = "30d" } = body as EmailQuery;
  const tests: Test[] = [];
  if (to !== undefined) tests.push((email) => email.to.some((address) => isSame(address, to)));
  if (from !== undefined) tests.push((email) => isSame(email.from, from));
  if (campaign !== undefined) tests.push((email) => email.campaign === campaign.toLowerCase());
  if (by !== undefined) {
    if (by !== "campaign" && by !== "reply") wrong("by", '"campaign" or "reply"', by);
    tests.push((email) => (email.type === 1) === (by === "campaign"));
  }
  if (step !== undefined) {
    const position = parsePosition(step);
    if (position === undefined) return wrong("step", 'a step such as "0_1" or "0_1_0"', step);
    const { variant } = position;
    tests.push(
      (email) => email.type === 1 && email.step === position.step && (variant ?? email.variant) === email.variant,
    );
  }
  if (since !== undefined) {
    const time = isoTime(since);
    if (Number.isNaN(time)) wrong("since", 'an ISO 8601 time such as "2026-09-10T09:00:00Z"', since);
    tests.push((email) => email.created >= time);
  }
  tests.push(textTest("subject", body["subject"], (email) => email.subject));
  tests.push(textTest("text", body["text"], (email) => email.text ?? ""));
  const { timeoutMs = 0 } = body;
  if (typeof timeoutMs !== "number" || !(timeoutMs >= 0 && timeoutMs <= MAX_TIMEOUT)) {
    wrong("timeoutMs", `milliseconds from 0 to ${MAX_TIMEOUT}`, timeoutMs);
  }
  const described = FIELDS.slice(0, -2).filter((name) => body[name] !== undefined);
  return {
    matches: (email) => tests.every((test) => test(email)),
    description: described.map((name) => `${name} ${shown(body[name])}`).join(", ") || "anything",
    withinMs: durationOf(within),
    timeoutMs: Number(timeoutMs),
  };
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function textTest(name: string, value: unknown, read: (email: StoredEmail) => string): Test {
  if (value === undefined) return () => true;
  if (typeof value === "string") return (email) => read(email).includes(value);
  if (!isRegExp(value)) return wrong(name, "a string", value);
  // A global expression remembers where it stopped.
  const expression = new RegExp(value.source, value.flags.replaceAll(/[gy]/g, ""));
  return (email) => expression.test(read(email));
}

/** Also for an expression of another realm, such as one of a test that runs in a context of its own. */
function isRegExp(value: unknown): value is RegExp {
  return Object.prototype.toString.call(value) === "[object RegExp]";
}

function durationOf(value: string): number {
  try {
    return duration(value);
  } catch (error) {
    throw new TypeError(`within: ${(error as Error).message}`);
  }
}

function shown(value: unknown): string {
  return isRegExp(value) ? shorten(String(value)) : describeValue(value);
}

function wrong(name: string, expected: string, found: unknown): never {
  throw new TypeError(`${name}: expected ${expected}, found ${describeValue(found)}`);
}
