import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import path from "node:path";

/** A running mock of the API. */
export interface PrismMock {
  /** Its origin, on loopback and its own port. */
  readonly url: string;
  close(): Promise<void>;
}

/** The executable of @stoplight/prism-cli; `pnpm mock` starts it with the same document. */
const program = createRequire(import.meta.url).resolve("@stoplight/prism-cli");
const document = path.resolve(import.meta.dirname, "../../packages/types/openapi.json");

/**
 * Starts `prism mock` with the bundled document in its own process. It returns the examples of the document and
 * validates every request against it.
 */
export async function startPrismMock(): Promise<PrismMock> {
  const prism = spawn(process.execPath, [program, "mock", document, "--host", "127.0.0.1", "--port", "0"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const kill = () => void prism.kill("SIGKILL");
  process.once("exit", kill);
  const ended = once(prism, "exit");
  try {
    return {
      url: await listeningUrl(prism),
      async close() {
        process.off("exit", kill);
        prism.kill();
        await ended;
      },
    };
  } catch (error) {
    kill();
    throw error;
  }
}

/** Waits for the line with the address. Later output is read, too, so that the pipe never fills up. */
function listeningUrl(prism: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    const read = (chunk: Buffer) => {
      if (output.length < 100_000) output += chunk.toString();
      const url = /Prism is listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(output)?.[1];
      if (url) resolve(url);
    };
    prism.stdout?.on("data", read);
    prism.stderr?.on("data", read);
    prism.once("error", reject);
    prism.once("exit", (code) => reject(new Error(`prism exited with ${code} before it listened:\n${output}`)));
  });
}
