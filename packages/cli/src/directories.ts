import { homedir } from "node:os";
import path from "node:path";

/** The environment variables of the process. */
export type Environment = Readonly<Partial<Record<string, string>>>;

/** Where the command keeps files. The folders may not exist yet. */
export interface Directories {
  /** The profiles. */
  readonly config: string;
  /** The sandbox. */
  readonly state: string;
}

const NAME = "modulex-instantly";

/** The folders of the XDG Base Directory specification; on Windows those for application data. */
export function findDirectories(env: Environment, platform: NodeJS.Platform = process.platform): Directories {
  const home = env["HOME"] || homedir();
  const isWindows = platform === "win32";
  const folder = (variable: string, windows: string | undefined, fallback: readonly string[]): string => {
    const given = env[variable];
    // The specification says that relative paths are to be ignored.
    if (given && path.isAbsolute(given)) return path.join(given, NAME);
    return isWindows && windows ? path.join(windows, NAME) : path.join(home, ...fallback, NAME);
  };
  return {
    config: folder("XDG_CONFIG_HOME", env["APPDATA"], [".config"]),
    state: folder("XDG_STATE_HOME", env["LOCALAPPDATA"], [".local", "state"]),
  };
}
