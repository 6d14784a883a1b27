import type { CallSetting, CellContext } from "../cell/cell-context.ts";
import type { Exchange, FaultServer } from "../server/fault-server.ts";
import type { Scenario } from "./fault.ts";

/** Handles every request in a way that is not a complete response. */
export function onRequest(
  how: (exchange: Exchange, body: Buffer) => void,
  setting?: CallSetting,
  afterwards?: (cell: CellContext, server: FaultServer) => void,
): Scenario {
  return async (cell) => {
    const body = Buffer.from(JSON.stringify(cell.operation.response));
    const server = await cell.against({ request: (exchange) => how(exchange, body) }, setting);
    afterwards?.(cell, server);
  };
}
