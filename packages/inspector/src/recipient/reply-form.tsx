import { useEffect, useRef } from "preact/hooks";
import { useUniqueId } from "../components/use-unique-id.ts";
import type { ReplyDraft } from "./reply-draft.ts";

/** The names of `interest`, as in the addresses of scripted recipients. */
const interests = [
  "interested",
  "meeting-booked",
  "meeting-completed",
  "won",
  "not-interested",
  "wrong-person",
  "lost",
  "no-show",
  "out-of-office",
];

/** The languages with default texts. With a text of one's own, any other tag works too. */
const languages = ["en", "de", "fr", "es"];

interface ReplyFormProps {
  readonly draft: ReplyDraft;
  readonly isRunning: boolean;
  readonly onChange: (values: Partial<ReplyDraft>) => void;
  readonly onSubmit: () => void;
}

/** What the recipient replies. Every field has a default. */
export function ReplyForm({ draft, isRunning, onChange, onSubmit }: ReplyFormProps) {
  const id = useUniqueId();
  const text = useRef<HTMLTextAreaElement>(null);
  const isNew = useRef(draft.text === "");
  useEffect(() => {
    if (isNew.current) text.current?.focus();
  }, []);
  return (
    <form
      class="recipient-reply"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) onSubmit();
      }}
    >
      <label class="field recipient-text">
        Text
        <textarea
          ref={text}
          value={draft.text}
          maxLength={100_000}
          placeholder="Default: a text that fits the interest, in the language"
          onInput={({ currentTarget }) => onChange({ text: currentTarget.value })}
        />
      </label>
      <label class="field">
        Interest
        <select value={draft.interest} onChange={({ currentTarget }) => onChange({ interest: currentTarget.value })}>
          <option value="">none</option>
          {interests.map((name) => (
            <option key={name} value={name}>
              {name.replaceAll("-", " ")}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        Subject
        <input
          value={draft.subject}
          maxLength={998}
          placeholder="Re: …"
          onInput={({ currentTarget }) => onChange({ subject: currentTarget.value })}
        />
      </label>
      <label class="field">
        Language
        <input
          value={draft.language}
          list={`${id}-languages`}
          maxLength={40}
          placeholder="en"
          onInput={({ currentTarget }) => onChange({ language: currentTarget.value })}
        />
        <datalist id={`${id}-languages`}>
          {languages.map((tag) => (
            <option key={tag} value={tag} />
          ))}
        </datalist>
      </label>
      <button type="submit" class="primary" aria-disabled={isRunning}>
        {draft.after.trim() === "" ? "Reply now" : `Reply after ${draft.after.trim()}`}
      </button>
    </form>
  );
}

interface DelayFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** When an action happens, in virtual time from now. */
export function DelayField({ value, onChange }: DelayFieldProps) {
  const id = useUniqueId();
  return (
    <label class="recipient-delay">
      After
      <input
        value={value}
        list={`${id}-delays`}
        maxLength={40}
        placeholder="at once"
        title="A duration of virtual time, such as 30m, 2h or 1d"
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <datalist id={`${id}-delays`}>
        {["30m", "2h", "1d"].map((delay) => (
          <option key={delay} value={delay} />
        ))}
      </datalist>
    </label>
  );
}
