import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { RunningSandbox } from "@modulex-instantly/sandbox";

/**
 * Builds the page of the sandbox, which is not part of the repository, unless it is there already.
 *
 * @throws Error if the build fails.
 */
export function buildPage(): void {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const build = ["run", "build", "--only", "--filter=@modulex-instantly/inspector"];
  const arguments_ = ["node_modules/turbo/bin/turbo", ...build];
  const { status } = spawnSync(process.execPath, arguments_, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) throw new Error("the page of the sandbox could not be built: pnpm build says why");
}

/** Opens the page if this is a terminal, and waits for Ctrl+C. */
export async function showPage(sandbox: RunningSandbox): Promise<void> {
  console.log(`The sandbox goes on, and shows all of this at ${sandbox.url}\nCtrl+C stops it.\n`);
  if (process.stdout.isTTY) await sandbox.openPage();
  // A listener alone would not keep the process alive; the sandbox does.
  await Promise.race(["SIGINT", "SIGTERM"].map((signal) => once(process, signal)));
}
