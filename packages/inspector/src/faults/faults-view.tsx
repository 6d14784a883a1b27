/** The view of the faults. */
export function FaultsView() {
  return <p class="empty">Not built yet.</p>;
}
