/** Marks the content as the main part of pages whose layout does not, such as the home page. */
export function markContent(): void {
  const content = document.getElementById("VPContent");
  if (content?.querySelector("main")) content.removeAttribute("role");
  else content?.setAttribute("role", "main");
}
