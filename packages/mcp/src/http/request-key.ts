import { createHash, timingSafeEqual } from "node:crypto";

import { isKeyShaped } from "../server/workspace.ts";

/** Where the key of a request comes from. */
export type KeySource =
  /** Every request has its own key. */
  | { readonly kind: "request" }
  /** One key of the server, for requests that have the token. */
  | { readonly kind: "server"; readonly apiKey: string; readonly token: string }
  /** The embedded sandbox: its key is used if the request has none. */
  | { readonly kind: "sandbox"; readonly apiKey: string };

/** A key, or why there is none. */
export type RequestKey = { readonly apiKey: string } | { readonly refusal: string };

const MISSING = "no API key: send Authorization: Bearer <Instantly V2 API key>, or the header x-instantly-api-key";

/** Reads the key of a request. It is never logged and only kept by the client that it opens. */
export function requestKey(headers: Headers, source: KeySource): RequestKey {
  const authorization = headers.get("authorization");
  const bearer = authorization === null ? undefined : /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
  if (authorization !== null && bearer === undefined) {
    return { refusal: "Authorization: expected Bearer and one token" };
  }
  const own = headers.get("x-instantly-api-key")?.trim() || undefined;
  if (source.kind === "server") {
    if (own !== undefined) return { refusal: "this server uses its own key: send its token, not x-instantly-api-key" };
    if (bearer === undefined) return { refusal: "no token: send Authorization: Bearer <token of this server>" };
    return isSame(bearer, source.token) ? { apiKey: source.apiKey } : { refusal: "the token is wrong" };
  }
  if (bearer !== undefined && own !== undefined && !isSame(bearer, own)) {
    return { refusal: "Authorization and x-instantly-api-key have different keys: send one of them" };
  }
  const apiKey = own ?? bearer ?? (source.kind === "sandbox" ? source.apiKey : undefined);
  if (apiKey === undefined) return { refusal: MISSING };
  return isKeyShaped(apiKey) ? { apiKey } : { refusal: "the API key has characters that no key has" };
}

/** Whether a text quotes a key or token of the request, or the beginning of a long one. */
export function quotesSecret(text: string, headers: Headers): boolean {
  const bearer = headers.get("authorization")?.replace(/^\S+ +/, "");
  const secrets = [bearer, headers.get("x-instantly-api-key")].map((secret) => secret?.trim().slice(0, 80) ?? "");
  return secrets.some((secret) => secret.length >= 8 && text.toLowerCase().includes(secret.toLowerCase()));
}

/** Compares without revealing how much is equal. */
function isSame(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
