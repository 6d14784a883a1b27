import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { actions } from "@modulex-instantly/actions";
import { expect, test } from "vitest";

const program = `
import { actions } from "@modulex-instantly/actions";
let rejected = false;
try { new Function("return 1")(); } catch { rejected = true; }
const fetch = async () => Response.json({ items: [], count: 4 });
const context = { apiKey: "a-key", fetch };
const { count } = await actions.delete_leads.run({ campaign_id: "c" }, context);
const { error } = await actions.delete_leads.run({ campaign: "c" }, context);
const issues = Object.values(actions).map(({ inputSchema }) => inputSchema["~standard"].validate({ nonsense: 1 }).issues.length > 0);
console.log(JSON.stringify({ rejected, count, error, validated: issues.filter(Boolean).length }));
`;

test("the actions run where code generation from strings is disabled, as on edge platforms", async () => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--disallow-code-generation-from-strings", "--input-type=module", "--eval", program],
    // The folder in which the packages are linked.
    { cwd: import.meta.dirname },
  );
  expect(JSON.parse(stdout)).toEqual({
    rejected: true,
    count: 4,
    error: expect.stringContaining('"campaign" is not a known parameter (did you mean "campaign_id"?)'),
    validated: Object.keys(actions).length,
  });
});
