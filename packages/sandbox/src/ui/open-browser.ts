import { spawn } from "node:child_process";

/** The command of a system that opens a URL, without a shell. */
const COMMANDS: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ["open"],
  win32: ["rundll32", "url.dll,FileProtocolHandler"],
};

/** Opens a URL in the browser. Resolves to whether the command could be started. */
export function openBrowser(url: string): Promise<boolean> {
  const [command, ...words] = COMMANDS[process.platform] ?? ["xdg-open"];
  return new Promise((resolve) => {
    const child = spawn(command ?? "xdg-open", [...words, new URL(url).href], { detached: true, stdio: "ignore" });
    child.once("error", () => resolve(false));
    child.once("spawn", () => {
      child.unref();
      resolve(true);
    });
  });
}
