import type { OperationId } from "../packages/client/src/index.ts";
import { operations } from "../packages/client/src/index.ts";
import { campaignRows } from "./operations/campaigns.ts";
import { emailRows } from "./operations/emails.ts";
import { leadListRows } from "./operations/lead-lists.ts";
import { leadRows } from "./operations/leads.ts";
import type { OperationRow } from "./operations/operation-row.ts";

/** One row for each operation; the type requires every one of them. */
export const operationRows: Readonly<Record<OperationId, OperationRow>> = {
  ...leadRows,
  ...campaignRows,
  ...emailRows,
  ...leadListRows,
};

/** The ids in the order of the spec, and separately those of writes and reads. */
export const operationIds: readonly OperationId[] = Object.keys(operations) as OperationId[];
export const readIds: readonly OperationId[] = operationIds.filter((id) => operations[id].effect === "read");
export const writeIds: readonly OperationId[] = operationIds.filter((id) => operations[id].effect !== "read");

/** A response that every operation accepts as a success: it has the properties of all of them. */
export const anySuccess: Readonly<Record<string, unknown>> = Object.assign(
  {},
  ...Object.values(operationRows).map(({ response }) => response),
  { id: "x", items: [] },
);
