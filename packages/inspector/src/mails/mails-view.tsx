/** The view of the mails. */
export function MailsView() {
  return <p class="empty">Not built yet.</p>;
}
