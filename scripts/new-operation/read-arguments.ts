import { parseArgs } from "node:util";
import { VENDOR_DOCUMENT_URL } from "../drift/document/read-vendor-document.ts";
import { nearestText } from "./nearest-text.ts";
import { ScaffoldError } from "./scaffold-error.ts";

/** What `pnpm new:operation` is asked for. */
export interface ScaffoldArguments {
  /** In upper case. */
  readonly method: string;
  /** With its placeholders, such as `/api/v2/campaigns/{id}`. */
  readonly path: string;
  /** The vendor's document: a file or a URL. */
  readonly document: string;
  readonly withAction: boolean;
  /** The repository to write to; undefined for this one. */
  readonly root: string | undefined;
}

export const USAGE: string =
  "Usage: pnpm new:operation METHOD PATH [--document FILE|URL] [--action|--no-action]\n" +
  "Example: pnpm new:operation GET '/api/v2/campaigns/{id}' --action";

const METHODS = ["GET", "POST", "PATCH", "DELETE"];

/**
 * Reads the arguments of the command.
 *
 * @throws ScaffoldError that names the argument and says what was expected.
 */
export function readArguments(given: readonly string[]): ScaffoldArguments {
  const { values, positionals } = parsed(given);
  const [method = "", path = "", ...others] = positionals;
  if (method === "" || path === "") {
    throw new ScaffoldError(`expected a METHOD and a PATH, found ${positionals.join(" ") || "neither"}\n${USAGE}`);
  }
  if (others.length > 0) {
    throw new ScaffoldError(`expected one METHOD and one PATH, found also ${others.join(" ")}\n${USAGE}`);
  }
  if (!METHODS.includes(method.toUpperCase())) {
    const hint = method.startsWith("/")
      ? "the METHOD comes before the PATH"
      : `did you mean ${nearestText(method, METHODS)}?`;
    throw new ScaffoldError(`METHOD: expected one of ${METHODS.join(", ")}, found ${method}; ${hint}`);
  }
  if (!/^\/[^\s?#]*$/.test(path)) {
    throw new ScaffoldError(`PATH: expected a path such as /api/v2/campaigns/{id}, found ${path}\n${USAGE}`);
  }
  const { document = VENDOR_DOCUMENT_URL, root, action = true } = values;
  if (document === "") throw new ScaffoldError(`--document: expected a file or a URL, found nothing\n${USAGE}`);
  return { method: method.toUpperCase(), path, document, withAction: action, root };
}

function parsed(given: readonly string[]) {
  try {
    return parseArgs({
      args: [...given],
      allowPositionals: true,
      allowNegative: true,
      options: {
        document: { type: "string" },
        action: { type: "boolean" },
        root: { type: "string" },
      },
    });
  } catch (error) {
    throw new ScaffoldError(`${(error as Error).message}\n${USAGE}`);
  }
}
