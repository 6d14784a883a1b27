/** Scrolls the sidebar, so that the entry of the page is in view. The sidebar marks it after the page has changed. */
export function showActiveEntry(): void {
  requestAnimationFrame(() => {
    const [entry] = [...document.querySelectorAll(".VPSidebarItem.is-active > .item")].slice(-1);
    entry?.scrollIntoView({ block: "nearest" });
  });
}
