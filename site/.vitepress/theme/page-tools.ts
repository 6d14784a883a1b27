import { useData, withBase } from "vitepress";
import type { Component } from "vue";
import { defineComponent, h, ref } from "vue";

/** How long the button says that it has copied. */
const SAID_MS = 2_000;

/** Above a page: a button that copies its Markdown, and a link to it. */
export const pageTools: Component = defineComponent({
  setup() {
    const { page } = useData();
    const label = ref("Copy page");
    const say = (text: string) => {
      label.value = text;
      setTimeout(() => {
        label.value = "Copy page";
      }, SAID_MS);
    };
    const copy = async () => {
      try {
        const response = await fetch(withBase(`/${page.value.relativePath}`));
        if (!response.ok) throw new Error(`HTTP ${response.status}`);
        await navigator.clipboard.writeText(await response.text());
        say("Copied");
      } catch {
        say("Cannot copy");
      }
    };
    return () =>
      h("section", { class: "page-tools", "aria-label": "This page" }, [
        h("button", { type: "button", onClick: copy, "aria-live": "polite" }, label.value),
        h("a", { href: withBase(`/${page.value.relativePath}`), target: "_self" }, "Markdown"),
      ]);
  },
});
