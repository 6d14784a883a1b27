/** The view of the log. */
export function LogView() {
  return <p class="empty">Not built yet.</p>;
}
