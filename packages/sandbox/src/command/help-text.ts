import { scenarios } from "../scenarios/scenarios.ts";

/** What `--help` prints. */
export function helpText(): string {
  return `A local, stateful simulator of the Instantly API with a virtual clock. It never sends email.

Usage: npx @modulex-instantly/sandbox [options]

  --port NUMBER      the port; default 0, any free port
  --host ADDRESS     127.0.0.1 (default), ::1 or localhost
  --mode MODE        live (default): as the API was observed; document: as the published document says
  --seed TEXT        runs with the same seed are identical; default 1
  --snapshot FILE    save the state to this file, so that a restart loses nothing; one sandbox per file
  --scenario NAME    start with a scenario; an existing snapshot takes precedence
  -h, --help         print this help
  -v, --version      print the version

Scenarios:
${Object.entries(scenarios)
  .map(([name, { title }]) => `  ${name.padEnd(18)} ${title}`)
  .join("\n")}
`;
}
