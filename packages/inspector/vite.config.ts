import { defineConfig } from "vite";

const sandbox = process.env["SANDBOX_URL"] ?? "http://127.0.0.1:4010";

/**
 * Builds the page into the sandbox package, which serves it at `/` and `/ui/`. `pnpm dev` serves the sources and forwards the
 * control routes to a running sandbox: `SANDBOX_URL=http://127.0.0.1:4010 pnpm dev`.
 */
export default defineConfig({
  base: "/ui/",
  build: {
    outDir: "../sandbox/ui",
    emptyOutDir: true,
    // The policy of the page allows neither inline scripts nor styles.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    target: "es2022",
    license: { fileName: "third-party.txt" },
  },
  server: {
    host: "127.0.0.1",
    proxy: {
      // The sandbox refuses pages of another origin.
      "/_sandbox": { target: sandbox, changeOrigin: true, headers: { origin: sandbox } },
    },
  },
});
