import { createHmac, timingSafeEqual } from "node:crypto";

/** What an approval is bound to. All texts are digests (base64url), so the state tells nobody anything. */
export interface ApprovalState {
  /** The action, its exact arguments, the workspace key, the session, and how the person is asked. */
  readonly call: string;
  /** The facts of the preview, in their order. */
  readonly facts: readonly string[];
  /** Makes the state usable once. */
  readonly nonce: string;
  /** When it expires, in milliseconds since 1970. */
  readonly expiresAt: number;
}

const PURPOSE = "modulex-instantly/mcp/approval/1";
const FORMAT = /^([\w-]{22})\.((?:[\w-]{16}~)*)\.([\w-]{16})\.([\da-z]{1,11})\.([\w-]{32})$/;

/** Signs a state, so that it can be handed to a client or a model. It is short, because a model has to copy it. */
export function signState({ call, facts, nonce, expiresAt }: ApprovalState, secret: string): string {
  const payload = `${call}.${facts.map((fact) => `${fact}~`).join("")}.${nonce}.${expiresAt.toString(36)}`;
  return `${payload}.${signature(payload, secret)}`;
}

/** Reads a signed state; undefined if it was not signed with this secret. */
export function readState(token: string, secret: string): ApprovalState | undefined {
  const [, call = "", facts = "", nonce = "", expiresAt = "", given = ""] = FORMAT.exec(String(token)) ?? [];
  if (given === "") return undefined;
  const expected = signature(token.slice(0, -given.length - 1), secret);
  if (!timingSafeEqual(Buffer.from(given), Buffer.from(expected))) return undefined;
  return { call, facts: facts.split("~").slice(0, -1), nonce, expiresAt: Number.parseInt(expiresAt, 36) };
}

/** 192 of the 256 bits of an HMAC. */
function signature(payload: string, secret: string): string {
  return createHmac("sha256", secret).update(`${PURPOSE}\0${payload}`).digest("base64url").slice(0, 32);
}
