import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";

/** A served site. */
export interface ServedSite {
  /** Without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  md: "text/markdown; charset=utf-8",
  png: "image/png",
  svg: "image/svg+xml",
  woff2: "font/woff2",
};

/** Serves a folder on loopback as GitHub Pages does: `/a` is `a.html` or `a/index.html`, and anything else is a 404. */
export async function serveSite(folder: string): Promise<ServedSite> {
  const server = createServer(async (request, response) => {
    const place = path.posix.normalize(decodeURIComponent(new URL(request.url ?? "/", "http://site").pathname));
    for (const file of [place, `${place}.html`, path.posix.join(place, "index.html")]) {
      const body = await readFile(path.join(folder, file)).catch(() => undefined);
      if (body === undefined) continue;
      response.writeHead(200, { "content-type": TYPES[path.extname(file).slice(1)] }).end(body);
      return;
    }
    response.writeHead(404, { "content-type": TYPES["html"] }).end(await readFile(path.join(folder, "404.html")));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
