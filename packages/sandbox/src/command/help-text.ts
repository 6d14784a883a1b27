import { scenarios } from "../scenarios/scenarios.ts";

/** What `--help` prints. */
export function helpText(): string {
  return `A local Instantly that remembers, with a clock to turn. Nobody is mailed.

Usage: npx @modulex-instantly/sandbox [options]

  --port NUMBER      where to listen; default 0, any free port
  --host ADDRESS     127.0.0.1 (default), ::1 or localhost
  --mode MODE        live (default): as the API was observed; document: as the published document says
  --seed TEXT        the same seed tells the same story; default 1
  --snapshot FILE    keep the state in this file, so that a restart loses nothing; one sandbox a file
  --scenario NAME    begin from a scenario; a snapshot that is there already goes first
  -h, --help         print this
  -v, --version      print the version

Scenarios:
${Object.entries(scenarios)
  .map(([name, { title }]) => `  ${name.padEnd(18)} ${title}`)
  .join("\n")}
`;
}
