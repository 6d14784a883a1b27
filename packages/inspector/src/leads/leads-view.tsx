/** The view of the leads. */
export function LeadsView() {
  return <p class="empty">Not built yet.</p>;
}
