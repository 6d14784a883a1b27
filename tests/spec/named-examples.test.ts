import { expect, test } from "vitest";
import { operations } from "../contract/spec-operations.ts";

// The named examples that mocks, documentation and tests rely on, so that one that goes missing is named.

const named: Readonly<Record<string, { request?: string; responses: string }>> = {
  listLeads: {
    request: "first-page second-page distinct-contacts replied-lately everything",
    responses: "first-page second-page last-page",
  },
  getLead: { responses: "in-campaign in-list" },
  createLead: { request: "into-campaign into-list", responses: "into-campaign into-list" },
  bulkDeleteLeads: { request: "chosen-leads bounced-leads whole-list", responses: "three-deleted none-matched" },
  updateLeadInterestStatus: { request: "meeting-booked reset", responses: "submitted no-message" },
  listCampaign: { responses: "first-page second-page last-page" },
  createCampaign: { request: "two-steps minimal careful-sending", responses: "two-steps minimal" },
  patchCampaign: { request: "senders-and-limit no-limit new-windows", responses: "senders-and-limit no-limit" },
  activateCampaign: { responses: "started without-senders" },
  listEmail: { responses: "first-page second-page last-page" },
  replyToEmail: { request: "html-reply text-reply copies-and-reminder", responses: "html-reply text-reply" },
  listLeadList: { responses: "first-page second-page last-page" },
  createLeadList: { request: "name-only enriched", responses: "name-only enriched" },
};

test.each(operations)("$id has its named examples", ({ id, request, responses }) => {
  const wanted = named[id];
  expect(wanted, `${id} is not in the list of named examples`).toBeDefined();
  const present = {
    request: Object.keys(request?.examples ?? {}),
    responses: Object.keys(responses["200"]?.examples ?? {}),
  };
  expect(present.request).toEqual(expect.arrayContaining(wanted?.request?.split(" ") ?? []));
  expect(present.responses).toEqual(expect.arrayContaining(wanted?.responses.split(" ") ?? []));
});

test.each(operations)("$id: every refusal has an example", ({ responses }) => {
  for (const [status, { examples }] of Object.entries(responses)) {
    expect(Object.keys(examples).length, status).toBeGreaterThan(0);
  }
});

test("no operation of the list is gone", () => {
  expect(operations.map(({ id }) => id).sort()).toEqual(Object.keys(named).sort());
});
