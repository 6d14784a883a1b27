import { describe, expect, test } from "vitest";
import type { ExampledBody } from "../../scripts/spec/operation-examples.ts";
import { operations } from "../contract/spec-operations.ts";

// The named examples that mocks, documentation and tests depend on, so that a missing one is named.

/** The names by body: `request`, or the status of a response. */
type Names = Readonly<Record<string, string>>;

const errors: Names = {
  401: "missing-header malformed-header",
  402: "no-plan",
  403: "missing-scope",
  404: "unknown-resource",
  429: "limit-reached",
};

const pages: Names = { 200: "first-page second-page last-page" };

const named: Readonly<Record<string, Names>> = {
  listLeads: {
    request: "first-page second-page distinct-contacts replied-lately everything",
    ...pages,
    400: "no-uuid",
  },
  getLead: { 200: "in-campaign in-list" },
  createLead: { request: "into-campaign into-list", 200: "into-campaign into-list", 400: "no-uuid" },
  bulkDeleteLeads: {
    request: "chosen-leads bounced-leads whole-list",
    200: "three-deleted none-matched",
    400: "no-selector",
  },
  updateLeadInterestStatus: {
    request: "meeting-booked reset",
    200: "submitted no-message",
    202: "submitted no-message",
    400: "invalid-email",
  },
  listCampaign: pages,
  createCampaign: {
    request: "two-steps minimal careful-sending",
    200: "two-steps minimal",
    400: "unknown-time-zone",
  },
  patchCampaign: {
    request: "senders-and-limit no-limit new-windows",
    200: "senders-and-limit no-limit",
    400: "unknown-time-zone",
  },
  activateCampaign: { 200: "started without-senders", 400: "empty-json-body" },
  listEmail: pages,
  replyToEmail: {
    request: "html-reply text-reply copies-and-reminder",
    200: "html-reply text-reply",
    400: "missing-subject",
    404: "unknown-email unknown-account",
  },
  listLeadList: pages,
  createLeadList: { request: "name-only enriched", 200: "name-only enriched", 400: "missing-field" },
};

const wanted = Object.entries(named).map(([id, own]) => ({ id, bodies: Object.entries({ ...errors, ...own }) }));

describe.each(wanted)("$id", ({ id, bodies }) => {
  const operation = operations.find((each) => each.id === id);
  const present: Readonly<Record<string, ExampledBody | undefined>> = {
    request: operation?.request,
    ...operation?.responses,
  };

  test.each(bodies)("%s has its named examples", (name, examples) => {
    expect(Object.keys(present[name]?.examples ?? {})).toEqual(expect.arrayContaining(examples.split(" ")));
  });

  test("has an entry here for every body and response", () => {
    const found = Object.keys(present).filter((name) => present[name] !== undefined);
    expect(found.sort()).toEqual(bodies.map(([name]) => name).sort());
  });
});

test("every entry here is of an operation", () => {
  expect(operations.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.keys(named)));
});
