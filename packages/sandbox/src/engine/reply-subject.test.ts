import fc from "fast-check";
import { expect, test } from "vitest";
import { createTestSandbox, step } from "../../tests/test-sandbox.ts";
import { replySubject } from "./reply-subject.ts";

test.each([
  ["hi", "Re: hi"],
  ["Re: hi", "Re: hi"],
  ["RE: hi", "Re: hi"],
  ["re:hi", "Re: hi"],
  [" Re : hi", "Re: hi"],
  ["Re: Re: RE: hi", "Re: hi"],
  ["Re[2]: hi", "Re: hi"],
  ["RE (3): hi", "Re: hi"],
  ["Re^2: hi", "Re: hi"],
  ["AW: hi", "Re: hi"],
  ["Sv: VS: Antw: hi", "Re: hi"],
  ["AW: Re: AW: hi", "Re: hi"],
  ["回复：hi", "Re: hi"],
  ["Re:", "Re: "],
  ["", "Re: "],
  ["Fwd: hi", "Re: Fwd: hi"],
  ["Re: Fwd: Re: hi", "Re: Fwd: Re: hi"],
  ["Reward: hi", "Re: Reward: hi"],
  ["Rest: hi", "Re: Rest: hi"],
  ["are: hi", "Re: are: hi"],
  ["Re hi", "Re: Re hi"],
  ["hi Re: you", "Re: hi Re: you"],
])("a reply to %j has the subject %j", (subject, expected) => {
  expect(replySubject(subject)).toBe(expected);
});

test("a reply to a reply has the same subject", () => {
  const piece = fc.constantFrom("Re", "RE", "AW", ":", "[2]", " ", "hi", "Sv", "：");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const once = replySubject(pieces.join(""));
      expect(replySubject(once)).toBe(once);
      expect(once).toMatch(/^Re: /);
    }),
  );
});

test("replies, automatic replies and follow-ups to RE: hi have one prefix", async () => {
  const api = createTestSandbox();
  const { id } = await api.createCampaign({ sequences: [{ steps: [step(1, "RE: hi"), step(1), step(0)] }] });
  for (const word of ["reply", "out-of-office", "ada"])
    await api.createLead({ campaign: id, email: `${word}@example.com` });
  await api.activateCampaign(id);
  api.sandbox.runUntilIdle();
  const received = (await api.listEmails("?email_type=received&limit=100")).items.map(({ subject }) => subject);
  expect(new Set(received)).toEqual(new Set(["Re: hi", "Automatic reply: hi"]));
  const subjects = (to: string): string[] =>
    api.sandbox.outbox().flatMap((mail) => (mail.to[0] === `${to}@example.com` ? mail.subject : []));
  expect(subjects("ada")).toEqual(["RE: hi", "Re: hi", "Re: hi"]);
});
