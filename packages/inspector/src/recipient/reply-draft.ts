/** What was typed and not sent yet. */
export interface ReplyDraft {
  readonly isOpen: boolean;
  readonly text: string;
  readonly subject: string;
  readonly interest: string;
  readonly language: string;
  readonly after: string;
}

const none: ReplyDraft = { isOpen: false, text: "", subject: "", interest: "", language: "", after: "" };
const drafts = new Map<string, ReplyDraft>();

/** The draft of a mail or a lead. It outlives the view, until the page is closed. */
export function draftOf(id: string): ReplyDraft {
  return drafts.get(id) ?? none;
}

export function keepDraft(id: string, draft: ReplyDraft): void {
  drafts.set(id, draft);
}

export function forgetDraft(id: string): void {
  drafts.delete(id);
}
