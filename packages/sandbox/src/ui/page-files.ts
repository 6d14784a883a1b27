import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { SandboxResponse, ServedRoute } from "../server/exchange.ts";
import type { PageFinder } from "../server/request-handler.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
};

/** Everything comes from the sandbox itself, and nothing is inline. Frames are for mails, which have a policy of their own. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const HEADERS = {
  "content-security-policy": POLICY,
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
} as const;

const NOT_BUILT =
  "The page of the sandbox is not part of this copy of the package. Build it: pnpm build. The control routes work without it.\n";

/**
 * Serves the files of the page: `index.html` at `/`, and every file below `/ui/`. The folder is listed on first use, and
 * only listed files are read, so a path cannot leave it.
 */
export function pageFiles(folder: string): PageFinder {
  let files: ReadonlyMap<string, string> | undefined;
  return (method, url) => {
    if (method !== "GET" && method !== "HEAD") return undefined;
    if (url !== "/" && !url.startsWith("/ui/")) return undefined;
    files ??= listFiles(folder);
    const name = url === "/" ? "index.html" : decoded(url.slice("/ui/".length));
    const file = name === undefined ? undefined : files.get(name);
    if (file !== undefined && name !== undefined) return route(url, () => fileResponse(name, file));
    return url === "/" ? route(url, notBuilt) : undefined;
  };
}

function route(url: string, respond: () => SandboxResponse): ServedRoute {
  return { method: "GET", path: url, open: respond, ...(url === "/" ? { isPage: true } : {}) };
}

function fileResponse(name: string, file: string): SandboxResponse {
  // Vite names assets by their content.
  const isHashed = name.startsWith("assets/");
  const headers = {
    ...HEADERS,
    "cache-control": isHashed ? "public, max-age=31536000, immutable" : "no-cache",
    "content-type": TYPES[path.extname(name)] ?? "application/octet-stream",
  };
  return { status: 200, headers, body: "", bytes: readFileSync(file) };
}

function notBuilt(): SandboxResponse {
  return { status: 503, headers: { ...HEADERS, "content-type": "text/plain; charset=utf-8" }, body: NOT_BUILT };
}

function listFiles(folder: string): Map<string, string> {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return new Map(
      entries.map((entry) => {
        const file = path.join(entry.parentPath, entry.name);
        return [path.relative(folder, file).replaceAll(path.sep, "/"), file];
      }),
    );
  } catch {
    return new Map();
  }
}

function decoded(name: string): string | undefined {
  try {
    return decodeURIComponent(name);
  } catch {
    return undefined;
  }
}
