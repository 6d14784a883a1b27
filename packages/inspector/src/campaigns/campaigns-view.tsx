/** The view of the campaigns. */
export function CampaignsView() {
  return <p class="empty">Not built yet.</p>;
}
