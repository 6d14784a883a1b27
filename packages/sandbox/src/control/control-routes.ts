import type { Exchange, SandboxResponse, ServedRoute } from "../server/exchange.ts";
import { hasBody } from "../server/read-body.ts";
import type { ServerContext } from "../server-context.ts";
import type { ControlName } from "./control.ts";
import { controlError } from "./control-response.ts";
import type { ControlServer } from "./control-server.ts";

const MAX_SNAPSHOT_BYTES = 512 * 1024 * 1024;
const MAX_SCENARIO_BYTES = 16 * 1024 * 1024;
const USUAL = undefined;

/** The maximum size of the body of each route. The most used routes come first, as in error messages. */
const BODY_LIMITS: Readonly<Record<ControlName, number | undefined>> = {
  "GET /clock": USUAL,
  "POST /clock": USUAL,
  "GET /state": USUAL,
  "POST /state": MAX_SNAPSHOT_BYTES,
  "GET /outbox": USUAL,
  "GET /journal": USUAL,
  "GET /overview": USUAL,
  "POST /clock/next-event": USUAL,
  "POST /clock/next-send": USUAL,
  "GET /mails": USUAL,
  "GET /mails/{id}": USUAL,
  "GET /threads/{id}": USUAL,
  "POST /wait-for-email": USUAL,
  "GET /campaigns": USUAL,
  "GET /campaigns/{id}": USUAL,
  "GET /leads": USUAL,
  "GET /leads/{id}": USUAL,
  "GET /lead-filters": USUAL,
  "POST /actions": USUAL,
  "DELETE /journal": USUAL,
  "GET /log": USUAL,
  "GET /log/{id}": USUAL,
  "GET /faults": USUAL,
  "GET /faults/kinds": USUAL,
  "POST /faults": USUAL,
  "DELETE /faults": USUAL,
  "DELETE /faults/{id}": USUAL,
  "GET /keys": USUAL,
  "GET /keys/all": USUAL,
  "POST /keys": USUAL,
  "GET /scenarios": USUAL,
  "POST /scenarios": MAX_SCENARIO_BYTES,
  "GET /checkpoints": USUAL,
  "POST /checkpoints": USUAL,
  "POST /checkpoints/{id}": USUAL,
  "DELETE /checkpoints": USUAL,
};

/** Loads the control server on first use. */
export class ControlLoader {
  readonly #context: ServerContext;
  #loaded: ControlServer | undefined;
  #loading: Promise<ControlServer> | undefined;

  constructor(context: ServerContext) {
    this.#context = context;
  }

  /** Calls a function with the control server: at once if it is loaded. */
  use<Result>(act: (server: ControlServer) => Result | Promise<Result>): Result | Promise<Result> {
    if (this.#loaded !== undefined) return act(this.#loaded);
    this.#loading ??= this.#load();
    return this.#loading.then(act);
  }

  async #load(): Promise<ControlServer> {
    try {
      const { ControlServer } = await import("./control-server.ts");
      this.#loaded = new ControlServer(this.#context);
      return this.#loaded;
    } catch (error) {
      // Another try may succeed, such as after a build that replaced the files.
      this.#loading = undefined;
      throw error;
    }
  }
}

/** The routes that control the sandbox. They need no API key, because only this machine can reach them. */
export function controlRoutes({ state }: ServerContext, loader: ControlLoader): ServedRoute[] {
  const routes = Object.entries(BODY_LIMITS).map(
    ([name, limit]): ServedRoute =>
      served(name, (head, { id = "", query }) => ({
        bodyLimit: hasBody(head) ? (limit ?? state.settings.bodyLimit) : undefined,
        finish: (bytes) => loader.use((server) => server.handle(name as ControlName, { head, id, query, bytes })),
      })),
  );
  const withoutBody = (name: string, respond: (server: ControlServer, id: string) => SandboxResponse): ServedRoute =>
    served(name, (_, { id = "" }) => ({
      bodyLimit: undefined,
      finish: () => loader.use((server) => respond(server, id)),
    }));
  return [
    ...routes,
    withoutBody("GET /mails/{id}/html", (server, id) => server.frame(id)),
    withoutBody("GET /events", (server) => server.events()),
  ];
}

function served(
  name: string,
  open: (...input: Parameters<ServedRoute["open"]>) => Pick<Exchange, "bodyLimit" | "finish">,
): ServedRoute {
  const [method = "", path = ""] = name.split(" ");
  return {
    method,
    path: `/_sandbox${path}`,
    open: (...input) => ({
      ...open(...input),
      refuse: (error) => controlError(error, 500),
      abandon: () => {},
    }),
  };
}
