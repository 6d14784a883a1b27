/** How a host takes an action: statements that compile without a cast. */
export interface HostStatements {
  readonly host: string;
  readonly imports: readonly string[];
  /** One statement for the action `a`, which is `actions.NAME`. */
  readonly single: string;
  /** One statement for each action `a` of `actionList`. Default: the same. */
  readonly loop?: string;
}

/** Declarations that every program has. */
export const PREAMBLE = `import { actionList, actions, bindActions, runAction, type ActionContext } from "@modulex-instantly/actions";
declare const context: ActionContext;
const bound = bindActions(context);
void [actionList, actions, runAction, bound];
`;

const runs = "execute: (input) => a.run(input, context)";

export const hostStatements: readonly HostStatements[] = [
  {
    host: "@modelcontextprotocol/server",
    imports: [`import { McpServer } from "@modelcontextprotocol/server";`, "declare const server: McpServer;"],
    single: `server.registerTool(a.name, { title: a.title, description: a.description, inputSchema: a.inputSchema, outputSchema: a.outputSchema, annotations: a.annotations }, async (input) => {
      const structuredContent = await a.run(input, context);
      return { content: [{ type: "text", text: JSON.stringify(structuredContent) }], structuredContent, isError: !structuredContent.success };
    });`,
  },
  {
    host: "ai",
    imports: [`import { tool } from "ai";`],
    single: `tool({ description: a.description, inputSchema: a.inputSchema, outputSchema: a.outputSchema, ${runs} });`,
  },
  {
    host: "openai, Responses",
    imports: [`import type OpenAI from "openai";`],
    single: `void ({ type: "function", name: a.name, description: a.description, parameters: a.inputSchema, strict: false } satisfies OpenAI.Responses.FunctionTool);`,
  },
  {
    host: "openai, Chat Completions",
    imports: [`import type OpenAI from "openai";`],
    single: `void ({ type: "function", function: { name: a.name, description: a.description, parameters: a.inputSchema, strict: false } } satisfies OpenAI.Chat.ChatCompletionFunctionTool);`,
  },
  {
    host: "openai, standardResponsesFunction",
    imports: [`import { standardResponsesFunction } from "openai/helpers/standard-schema";`],
    single:
      "standardResponsesFunction({ name: a.name, parameters: a.inputSchema, function: (input) => a.run(input, context) });",
  },
  {
    host: "@openai/agents",
    imports: [`import { tool } from "@openai/agents";`],
    // The SDK types the input of plain JSON Schema as unknown.
    single:
      "tool({ name: a.name, description: a.description, parameters: a.inputSchema, execute: (input) => runAction(a.name, input, context) });",
    loop: `tool({ name: a.name, description: a.description, parameters: a.inputSchema, ${runs} });`,
  },
  {
    host: "@anthropic-ai/sdk, Messages",
    imports: [`import type Anthropic from "@anthropic-ai/sdk";`],
    single:
      "void ({ name: a.name, description: a.description, input_schema: a.inputSchema } satisfies Anthropic.Tool);",
  },
  {
    host: "@anthropic-ai/sdk, betaStandardSchemaTool",
    imports: [`import { betaStandardSchemaTool } from "@anthropic-ai/sdk/helpers/beta/standard-schema";`],
    single:
      "betaStandardSchemaTool({ name: a.name, description: a.description, inputSchema: a.inputSchema, run: async (input) => JSON.stringify(await a.run(input, context)) });",
  },
  {
    host: "@langchain/core",
    imports: [`import { tool } from "@langchain/core/tools";`],
    // LangChain calls the function with more than the input, so the bound action is the shortest.
    single: "tool(bound.NAME, { name: a.name, description: a.description, schema: a.inputSchema });",
    loop: "tool((input) => a.run(input, context), { name: a.name, description: a.description, schema: a.inputSchema });",
  },
  {
    host: "@mastra/core",
    imports: [`import { createTool } from "@mastra/core/tools";`, `import { z } from "zod";`],
    // The version for Node 20 takes Zod only.
    single:
      "createTool({ id: a.name, description: a.description, inputSchema: z.fromJSONSchema(a.inputSchema), execute: (input) => runAction(a.name, input.context, context) });",
    loop: "createTool({ id: a.name, description: a.description, inputSchema: z.fromJSONSchema(a.inputSchema), execute: (input) => a.run(input.context, context) });",
  },
];
