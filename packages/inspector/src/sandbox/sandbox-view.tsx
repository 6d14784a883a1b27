/** The view of the sandbox. */
export function SandboxView() {
  return <p class="empty">Not built yet.</p>;
}
