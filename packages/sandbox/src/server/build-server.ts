import type { FastifyError, FastifyInstance, FastifyServerOptions } from "fastify";
import Fastify from "fastify";
import { serveControl } from "../control/serve-control.ts";
import { suggestion } from "../nearest.ts";
import { Refusal, refusalBody } from "../refusal.ts";
import { answerError } from "./answer-error.ts";
import { isInProcess } from "./befall.ts";
import { recordStray } from "./call.ts";
import { guardAddress } from "./guard-address.ts";
import type { SandboxParts } from "./sandbox-parts.ts";
import { serveOperations } from "./serve-operations.ts";

type Compilers = NonNullable<NonNullable<FastifyServerOptions["schemaController"]>["compilersFactory"]>;

/** The validators are compiled by `pnpm generate` and answers need none, so Fastify need not load its compilers. */
const nothingToCompile = {
  buildValidator: () => () => () => true,
  buildSerializer: () => () => JSON.stringify,
} as unknown as Compilers;

/** Builds the Fastify application of a sandbox. It logs nothing and opens no connection. */
export function buildServer(parts: SandboxParts): FastifyInstance {
  const { settings } = parts.state;
  const app = Fastify({
    logger: false,
    bodyLimit: settings.bodyLimit,
    exposeHeadRoutes: false,
    requestTimeout: 30_000,
    forceCloseConnections: true,
    schemaController: { compilersFactory: nothingToCompile },
  });
  app.setErrorHandler((error: FastifyError | Refusal, request, reply) => answerError(error, request, reply, parts));
  const controls: string[] = [];
  app.addHook("onRoute", ({ method, url }) => {
    if (url.startsWith("/_sandbox")) controls.push(`${String(method)} ${url}`);
  });
  app.setNotFoundHandler((request, reply) => {
    if (request.url.startsWith("/api/")) recordStray(request, parts);
    const asked = `${request.method} ${request.url.split("?")[0] ?? ""}`.slice(0, 80);
    const message = request.url.startsWith("/_sandbox")
      ? `There is no ${asked}; known are ${controls.join(", ")}${suggestion(asked, controls)}`
      : settings.mode === "live"
        ? "Resource not found [4042]"
        : "Resource not found";
    return reply.code(404).send(refusalBody(404, message));
  });
  app.addHook("onRequest", (request, _reply, done) => {
    if (!isInProcess(request, parts)) guardAddress(request);
    done();
  });
  if (settings.mode === "document") acceptEmptyJson(app);
  serveOperations(app, parts);
  serveControl(app, parts);
  return app;
}

/** Nothing in the published document refuses an empty body with a JSON content type; the live API does. */
function acceptEmptyJson(app: FastifyInstance): void {
  app.addContentTypeParser(
    "application/json",
    { parseAs: "string" },
    async (_request: unknown, text: string | Buffer) => {
      if (text.length === 0) return undefined;
      try {
        return JSON.parse(String(text)) as unknown;
      } catch {
        throw new Refusal(400, "Body is not valid JSON but content-type is set to 'application/json'");
      }
    },
  );
}
