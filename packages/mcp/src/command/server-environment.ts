import { didYouMean } from "../settings/nearest-name.ts";
import { SettingsError } from "../settings/settings-error.ts";

type Environment = Readonly<Record<string, string | undefined>>;

const KEY = "INSTANTLY_API_KEY";

/**
 * The key in the environment.
 *
 * @throws SettingsError if there is none. It names a variable that looks like a misspelt one, never a value.
 */
export function keyFromEnvironment(environment: Environment): string {
  const key = environment[KEY]?.trim();
  if (key) return key;
  const similar = Object.keys(environment).find(
    (name) => /^INSTANTLY(?!_MCP_)/i.test(name) && didYouMean(name, [KEY]) !== "",
  );
  const hint = similar === undefined || similar === KEY ? "" : ` (${similar} is set, did you mean ${KEY}?)`;
  throw new SettingsError(`${KEY} is not set${hint}. To try the server without a key, use --sandbox`);
}

/**
 * Another origin than that of the API, such as a sandbox.
 *
 * @throws SettingsError if it is not https, or http to this machine.
 */
export function baseUrlFromEnvironment(environment: Environment): string | undefined {
  const text = environment["INSTANTLY_BASE_URL"]?.trim();
  if (!text) return undefined;
  try {
    const { protocol, hostname, href, origin } = new URL(text);
    const isLocal = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
    const isOrigin = href.replace(/\/+$/, "") === origin;
    if (isOrigin && (protocol === "https:" || (protocol === "http:" && isLocal))) return text;
  } catch {
    // Not a URL.
  }
  throw new SettingsError("INSTANTLY_BASE_URL: expected an https origin without a path, or http to this machine");
}
