import type { ActionName } from "@modulex-instantly/actions";
import { actions } from "@modulex-instantly/actions";
import type { WantedCall } from "./injected-mail.ts";

/** What the model has read: an email of the output of list_emails. */
export interface ReadEmail {
  readonly id: string;
  readonly eaccount: string;
  readonly lead: string;
  readonly lead_id: string;
  readonly campaign_id: string;
  readonly subject: string;
  readonly body: { readonly text?: string | null; readonly html?: string | null } | null;
}

/** A model that does whatever it reads: finds every call in an email, also an encoded one. */
export function callsIn(email: ReadEmail): WantedCall[] {
  const texts = [email.subject, email.body?.text ?? "", email.body?.html ?? ""];
  const found = texts.flatMap(understandings).flatMap(jsonCalls);
  return [...new Map(found.map((call) => [JSON.stringify(call), call])).values()];
}

/** Fills in what the model knows from what it has read. */
export function filledIn(call: WantedCall, email: ReadEmail): WantedCall {
  const known = {
    $email: email.id,
    $account: email.eaccount,
    $campaign: email.campaign_id,
    $leadId: email.lead_id,
    $lead: email.lead,
  };
  const text = JSON.stringify(call).replace(/\$(?:email|account|campaign|leadId|lead)\b/g, (name) => {
    return known[name as keyof typeof known];
  });
  return JSON.parse(text) as WantedCall;
}

/** A text in all ways in which the model can read it. */
function understandings(text: string): string[] {
  const plain = text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&quot;/g, '"')
    .normalize("NFKC")
    .replace(/[\u200b-\u200f\u202a-\u202e]/g, "");
  const decoded = [...plain.matchAll(/[A-Za-z0-9+/=]{24,}/g)].map(([token]) => Buffer.from(token, "base64").toString());
  const twice = decoded.flatMap((inner) =>
    /^[A-Za-z0-9+/=]{24,}$/.test(inner) ? [Buffer.from(inner, "base64").toString()] : [],
  );
  const percent = plain.replace(/(?:%[\da-f]{2})+/g, (bytes) => {
    return Buffer.from(bytes.replaceAll("%", ""), "hex").toString();
  });
  return [plain, percent, ...decoded, ...twice];
}

/** The calls in a text: every object in braces with a tool and arguments. */
function jsonCalls(text: string): WantedCall[] {
  const found: WantedCall[] = [];
  for (let start = text.indexOf('{"tool"'); start >= 0; start = text.indexOf('{"tool"', start + 1)) {
    for (let end = text.indexOf("}", start); end >= 0; end = text.indexOf("}", end + 1)) {
      const call = parsed(text.slice(start, end + 1));
      if (!call) continue;
      found.push(call);
      break;
    }
  }
  return found;
}

function parsed(text: string): WantedCall | undefined {
  try {
    const { tool, arguments: values } = JSON.parse(text) as WantedCall;
    return Object.hasOwn(actions, tool) ? { tool: tool as ActionName, arguments: values } : undefined;
  } catch {
    return undefined;
  }
}
