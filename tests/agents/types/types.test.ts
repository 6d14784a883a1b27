import { actions } from "@modulex-instantly/actions";
import { beforeAll, describe, expect, test } from "vitest";
import { compile } from "./compile.ts";
import { hostStatements, PREAMBLE } from "./statements.ts";

// Every action in every host, one statement each and in a loop, without a cast.

const names = Object.keys(actions);
const programs = hostStatements.map(({ imports, single, loop = single }) => {
  const singles = names.map((name) => `{ const a = actions.${name}; ${single.replaceAll("NAME", name)} }`);
  return [...imports, PREAMBLE, ...singles, `for (const a of actionList) { ${loop} }`].join("\n");
});

let errors: string[][];
beforeAll(() => {
  const wrong = `${PREAMBLE}for (const a of Object.values(actions)) a.run({ limit: 5 }, context);`;
  errors = compile([...programs, wrong]);
}, 120_000);

describe.each(hostStatements.map(({ host }, index) => [host, index] as const))("%s", (_, index) => {
  test("takes every action by itself and in a loop over actionList", () => {
    for (const name of names) expect(programs[index]).toContain(`actions.${name};`);
    expect(programs[index]).not.toMatch(/ as /);
    expect(errors[index]).toEqual([]);
  });
});

test("the check finds an error", () => {
  expect(errors.at(-1)?.length).toBeGreaterThan(0);
});
