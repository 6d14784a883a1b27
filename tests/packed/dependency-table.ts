/** What the installation of one package into an empty project adds. */
export interface DependencyRow {
  /** The dependencies in its package.json, as in the design. */
  readonly direct: readonly string[];
  /** The names of all other packages in `node_modules`; a number if there are too many to list. */
  readonly transitive: readonly string[] | number;
  /** The maximum size of the installed tree in kB. */
  readonly ceilingKb: number;
  /** The reasons for the numbers; a raise names the previous value and the reason. */
  readonly reason: string;
}

const scope = "@modulex-instantly";

/** The dependency table of the design, enforced: an additional dependency needs an entry here. */
export const dependencyTable: Readonly<Record<string, DependencyRow>> = {
  types: {
    direct: [],
    transitive: [],
    ceilingKb: 700,
    reason: "types and the bundled document, no code",
  },
  client: {
    direct: [`${scope}/types`, "openapi-fetch"],
    transitive: ["openapi-typescript-helpers"],
    ceilingKb: 1_650,
    reason:
      "types holds types only; openapi-typescript-helpers is the types of openapi-fetch; 1,300 -> 1,400: more checks and " +
      "longer docstrings; 1,400 -> 1,500: request for every route, and constants of coded fields; " +
      "1,500 -> 1,600: the entries opentelemetry and time-zones, and events of whole calls; " +
      "1,600 -> 1,650: more proofs that nothing was sent, and types of lists of other routes",
  },
  actions: {
    direct: [`${scope}/client`, "@standard-schema/spec"],
    transitive: [`${scope}/types`, "openapi-fetch", "openapi-typescript-helpers"],
    ceilingKb: 2_850,
    reason:
      "@standard-schema/spec is types only; the validator is our own, so there is no validation library; 2,600 -> 2,800: " +
      "the client has grown, and the types of results are unions; 2,800 -> 2,850: hints for values in another form",
  },
  sandbox: {
    direct: [`${scope}/types`, "yaml"],
    transitive: [],
    ceilingKb: 6_000,
    reason:
      "its server is node:http (docs/decisions/0008); was 12,000 kB and 50 packages with fastify; yaml reads scenario files, " +
      "and is loaded on demand; 3,600 -> 6,000: yaml, the views of the page, and the page itself",
  },
  mcp: {
    direct: [
      "@modelcontextprotocol/server",
      `${scope}/actions`,
      `${scope}/client`,
      `${scope}/sandbox`,
      "ioredis",
      "leven",
    ],
    transitive: [
      "@ioredis/commands",
      "@modelcontextprotocol/core",
      `${scope}/types`,
      "@standard-schema/spec",
      "cluster-key-slot",
      "debug",
      "denque",
      "ms",
      "openapi-fetch",
      "openapi-typescript-helpers",
      "redis-errors",
      "redis-parser",
      "standard-as-callback",
      "yaml",
      "zod",
    ],
    ceilingKb: 32_000,
    reason:
      "the sandbox is for --sandbox, which works in one command; ioredis is for --redis and loaded on demand; zod, which " +
      "the MCP SDK needs, is half of the size. The command itself is bundled and loads none of them",
  },
  cli: {
    direct: [
      "@clack/prompts",
      "@jmespath-community/jmespath",
      `${scope}/actions`,
      `${scope}/client`,
      `${scope}/sandbox`,
      "@stricli/core",
      "cli-progress",
      "cli-table3",
      "csv-parse",
      "leven",
      "string-width",
    ],
    transitive: 25,
    ceilingKb: 16_000,
    reason:
      "a number, because the optional keyring has a binary of about 3,400 kB per system; the sandbox is for --sandbox; " +
      "questions, tables, progress bars and JMESPath are loaded on demand; 13,000 -> 16,000: imports, csv-parse with 1,600 kB, and the page of the sandbox",
  },
};

/** An installed package. */
export interface InstalledPackage {
  readonly name: string;
  readonly bytes: number;
  readonly hasInstallScript: boolean;
}

/** Lists the differences between an installed tree and its row. */
export function treeProblems(
  name: string,
  direct: readonly string[],
  tree: readonly InstalledPackage[],
  row: DependencyRow | undefined = dependencyTable[name],
): string[] {
  if (row === undefined) return [`${name}: has no row in tests/packed/dependency-table.ts`];
  const problems: string[] = [];
  const scripts = tree.filter(({ hasInstallScript }) => hasInstallScript);
  for (const found of scripts) problems.push(`${name}: ${found.name} runs a script when it is installed`);
  problems.push(...differences(`${name}: its package.json`, direct, row.direct));

  const own = `${scope}/${name}`;
  const transitive = tree.map((found) => found.name).filter((found) => found !== own && !row.direct.includes(found));
  if (typeof row.transitive === "number") {
    if (transitive.length > row.transitive) {
      problems.push(`${name}: has ${transitive.length} further packages, at most ${row.transitive} are allowed`);
    }
  } else {
    problems.push(...differences(`${name}: its tree`, transitive, row.transitive));
  }
  const kb = tree.reduce((sum, { bytes }) => sum + bytes, 0) / 1_000;
  if (kb > row.ceilingKb)
    problems.push(`${name}: its tree is ${Math.ceil(kb)} kB, at most ${row.ceilingKb} is allowed`);
  return problems;
}

function differences(where: string, found: readonly string[], wanted: readonly string[]): string[] {
  return [
    ...found.filter((name) => !wanted.includes(name)).map((name) => `${where} has ${name}, which is not in the table`),
    ...wanted.filter((name) => !found.includes(name)).map((name) => `${where} lacks ${name}`),
  ];
}
