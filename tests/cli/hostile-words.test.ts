import fc from "fast-check";
import { expect, test } from "vitest";
import { actionCommands } from "../../packages/cli/src/catalog/action-command.ts";
import { typedFlag } from "../../packages/cli/src/catalog/parameter.ts";
import { exitCodeMeanings } from "../../packages/cli/src/exit-code.ts";
import { cli, newHome } from "./support/cli-run.ts";

const home = newHome();
const commands = actionCommands();
const flags = [
  ...commands.flatMap(({ parameters }) => parameters.map(({ name }) => typedFlag(name))),
  ..."--dry-run --yes --json --csv --fields --select --max --all --input --workspace --query --body --effect --no-limit -x -".split(
    " ",
  ),
];
const values = [
  "",
  "0",
  "-1",
  "1e9",
  "null",
  "true",
  "[]",
  "{}",
  "@",
  "@/",
  "\u001b[2J",
  "\u0000",
  "__proto__",
  "--",
  "=",
  "a=b",
  "é".repeat(300),
];
const command = fc.constantFrom(
  ...commands.map(({ group, verb }) => [group, verb]),
  ["request", "GET", "/api/v2/x"],
  ["request", "POST"],
  ["completion"],
  ["profiles", "use"],
  ["logout"],
  ["__complete"],
  [],
);
const words = fc
  .tuple(
    command,
    fc.array(fc.oneof(fc.constantFrom(...flags), fc.constantFrom(...values), fc.string()), { maxLength: 6 }),
  )
  .map(([first, rest]) => [...first, ...rest]);

const CONTROL = /(?![\n\t\r])\p{Cc}/u;

test("any words end with a documented exit code and a message, and no key means that nothing can be sent", async () => {
  const codes = exitCodeMeanings.map(([code]) => code as number);
  await fc.assert(
    fc.asyncProperty(words, async (given) => {
      // Those would open the sandbox, which is slow.
      fc.pre(!given.some((word) => /^--sandbox|^sandbox$/.test(word)));
      const { code, stdout, stderr } = await cli(given, home, { env: { INSTANTLY_BASE_URL: "http://127.0.0.1:9" } });
      expect(codes).toContain(code);
      expect(stdout + stderr).not.toMatch(CONTROL);
      if (code !== 0) expect(stderr).toMatch(/^modulex-instantly: \S/);
      // A bug would end with 1, or show where it is in the code.
      expect(code).not.toBe(1);
      expect(stderr).not.toMatch(/^ {4}at |TypeError|undefined is not/m);
    }),
    { numRuns: 300 },
  );
});
