import { searchBox } from "./search-box.ts";

const box = document.querySelector<HTMLElement>(".search");
if (box) {
  box.hidden = false;
  searchBox(box, document.body.dataset["root"] ?? "");
}
