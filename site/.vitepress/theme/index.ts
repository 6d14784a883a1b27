import type { Theme } from "vitepress";
import { onContentUpdated } from "vitepress";
import DefaultTheme from "vitepress/theme";
import { defineComponent, h, onMounted } from "vue";
import { markContent } from "./landmark.ts";
import { pageTools } from "./page-tools.ts";
import { showActiveEntry } from "./sidebar.ts";
import { unfoldTarget } from "./unfold-target.ts";
import "./style.css";

const layout = defineComponent({
  setup() {
    onMounted(() => addEventListener("hashchange", () => unfoldTarget(location.hash)));
    onContentUpdated(() => {
      markContent();
      showActiveEntry();
      unfoldTarget(location.hash);
    });
    return () => h(DefaultTheme.Layout, undefined, { "doc-before": () => h(pageTools) });
  },
});

export default { extends: DefaultTheme, Layout: layout } satisfies Theme;
