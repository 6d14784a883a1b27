import { createServer } from "node:net";

// Below the range of ephemeral ports, so that the kernel does not assign one of these in the meantime.
let latest = 20_000 + Math.floor(Math.random() * 9_000);

/** Finds a port of 127.0.0.1 that is closed and stays closed until it is opened explicitly. */
export async function freePort(): Promise<number> {
  for (;;) {
    latest += 1;
    const port = latest;
    if (await canListen(port)) return port;
  }
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.on("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
