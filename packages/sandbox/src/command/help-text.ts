import { scenarios } from "../scenarios/scenarios.ts";

/** What `--help` prints. */
export function helpText(): string {
  return `A local, stateful simulator of the Instantly API with a virtual clock. It never sends email.

Usage: npx @modulex-instantly/sandbox [options]

  --port NUMBER      the port; default 0, any free port
  --host ADDRESS     127.0.0.1 (default), ::1 or localhost; another address needs allowed hosts
  --allowed-hosts NAMES
                     the names under which the sandbox may be called, separated by commas, such as sandbox
  --mode MODE        live (default): as the API was observed; document: as the published document says
  --seed TEXT        runs with the same seed are identical; default 1
  --snapshot FILE    save the state to this file, so that a restart loses nothing; one sandbox per file
  --scenario NAME    start with a scenario, or with a file such as ./mine.yaml; an existing snapshot takes precedence
  --open             open the page in the browser
  --no-ui            no page at /
  -h, --help         print this help
  -v, --version      print the version

Scenarios:
${Object.entries(scenarios)
  .map(([name, { title }]) => `  ${name.padEnd(18)} ${title}`)
  .join("\n")}
`;
}
