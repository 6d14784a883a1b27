import type { RecipientActionRequest } from "@modulex-instantly/sandbox";
import { useState } from "preact/hooks";
import { changedAddress, go, view, viewAddress } from "../address/address.ts";
import { notify } from "../components/notices.tsx";
import { useAction } from "../components/use-action.ts";
import { callControl } from "../control/call-control.ts";
import "./recipient.css";
import type { ReplyDraft } from "./reply-draft.ts";
import { draftOf, forgetDraft, keepDraft } from "./reply-draft.ts";
import { DelayField, ReplyForm } from "./reply-form.tsx";

interface RecipientActionsProps {
  /** The id of an email that was sent. */
  readonly mail?: string;
  /** The id of a lead: the action is on the latest email to it. Not used with `mail`. */
  readonly lead?: string;
  /** False for an email that was received, and for a lead that has received none. */
  readonly canAct: boolean;
}

type Action = RecipientActionRequest["action"];

const actions: readonly (readonly [Action, label: string])[] = [
  ["out-of-office", "Out of office"],
  ["open", "Open"],
  ["click", "Click"],
  ["bounce", "Bounce"],
  ["unsubscribe", "Unsubscribe"],
];

/**
 * Lets the recipient act. The page then shows what happened: a reply is opened, and the others are a message with a link to
 * the timeline of the lead. What was typed stays until it was accepted.
 */
export function RecipientActions({ mail, lead, canAct }: RecipientActionsProps) {
  const target: Pick<RecipientActionRequest, "mail" | "lead"> =
    mail === undefined ? (lead === undefined ? {} : { lead }) : { mail };
  const place = mail ?? lead ?? "";
  const [draft, setDraft] = useState<ReplyDraft>(draftOf(place));
  const [problem, setProblem] = useState("");
  const [run, isRunning] = useAction();
  if (!canAct) {
    return (
      <p class="quiet">
        {mail === undefined ? "This lead has received no email yet." : "Only the recipient of an email can act on it."}
      </p>
    );
  }

  const change = (values: Partial<ReplyDraft>): void => {
    const changed = { ...draft, ...values };
    setDraft(changed);
    keepDraft(place, changed);
  };
  const act = (action: Action): void =>
    run(async () => {
      setProblem("");
      const isReply = action === "reply";
      const body: RecipientActionRequest = { ...target, action, ...filled(draft, isReply) };
      try {
        const { event, lead: person, mail: about } = await callControl("POST /actions", { body });
        if (isReply) {
          forgetDraft(place);
          setDraft(draftOf(place));
        }
        const link =
          person === null
            ? { to: viewAddress("mails", { mail: about }), label: "Show the mail" }
            : { to: viewAddress("leads", { lead: person }), label: "Show the lead" };
        notify(event.text, link);
        if (isReply && event.mail !== null) {
          const received = { mail: event.mail, tab: null };
          go(view.value === "mails" ? changedAddress(received) : viewAddress("mails", received));
        }
      } catch (error) {
        setProblem(error instanceof Error ? error.message : String(error));
      }
    });

  return (
    <section class="recipient" aria-label="Act as the recipient">
      <div class="recipient-row">
        <h3>Act as the recipient</h3>
        <span class="spacer" />
        <DelayField value={draft.after} onChange={(after) => change({ after })} />
      </div>
      <div class="recipient-row">
        <button
          type="button"
          aria-expanded={draft.isOpen}
          class={draft.isOpen ? "recipient-pressed" : ""}
          onClick={() => change({ isOpen: !draft.isOpen })}
        >
          Reply…
        </button>
        {actions.map(([action, label]) => (
          <button key={action} type="button" aria-disabled={isRunning} onClick={() => act(action)}>
            {label}
          </button>
        ))}
      </div>
      {problem !== "" && (
        <p role="alert" class="recipient-problem">
          {problem}
        </p>
      )}
      {draft.isOpen && (
        <ReplyForm draft={draft} isRunning={isRunning} onChange={change} onSubmit={() => act("reply")} />
      )}
    </section>
  );
}

/** The fields that were filled in. An empty one has its default. */
function filled(draft: ReplyDraft, isReply: boolean): Partial<RecipientActionRequest> {
  const { text, subject, interest, language, after } = draft;
  const fields = { after: after.trim(), ...(isReply ? { text, subject, interest, language: language.trim() } : {}) };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ""));
}
