import type { CallSetting, Stage } from "../cell/stage.ts";
import type { Exchange, FaultServer } from "../server/fault-server.ts";
import type { Scene } from "./fault.ts";

/** Meets every request in one way that is not a full answer. */
export function played(
  how: (exchange: Exchange, body: Buffer) => void,
  setting?: CallSetting,
  afterwards?: (stage: Stage, server: FaultServer) => void,
): Scene {
  return async (stage) => {
    const body = Buffer.from(JSON.stringify(stage.operation.answer));
    const server = await stage.against({ request: (exchange) => how(exchange, body) }, setting);
    afterwards?.(stage, server);
  };
}
