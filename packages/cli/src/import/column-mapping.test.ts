import { describe, expect, test } from "vitest";
import type { MappingFlags } from "./column-mapping.ts";
import { assertMapping, mapColumns } from "./column-mapping.ts";
import { leadOfRow } from "./lead-row.ts";

function mapped(headers: readonly string[], flags: MappingFlags = {}) {
  const { columns } = mapColumns(headers, flags);
  assertMapping("leads.csv", columns);
  return columns.map(({ target }) => target);
}
const problem = (headers: readonly string[], flags?: MappingFlags) => {
  try {
    return mapped(headers, flags).join();
  } catch (error) {
    return (error as Error).message;
  }
};

describe("columns", () => {
  test.each([
    ["E-mail", "email"],
    ["EMAIL ADDRESS", "email"],
    ["e_mail", "email"],
    ["Contact Email", "email"],
    ["Adresse e-mail", "email"],
    ["Endereço de e-mail", "email"],
    ["E-postadress", "email"],
    ["E-Mail-Adresse", "email"],
    ["First Name", "first_name"],
    ["firstname", "first_name"],
    ["first_name", "first_name"],
    ["Vorname", "first_name"],
    ["Prénom", "first_name"],
    ["Last name", "last_name"],
    ["Surname", "last_name"],
    ["Company", "company_name"],
    ["Job Title", "job_title"],
    ["Phone number", "phone"],
    ["Website URL", "website"],
    ["Icebreaker", "personalization"],
  ])("with the header %s become %s", (header, field) => {
    expect(mapColumns([header], {}).columns).toEqual([{ header, target: field }]);
  });

  test("that nothing is known about become custom variables, and those without a name nothing", () => {
    expect(mapped(["Mail", "Größe", "", "日本"])).toEqual([
      "email",
      "custom_variables.Größe",
      null,
      "custom_variables.日本",
    ]);
  });

  test("follow the flags", () => {
    const flags = { map: ["Contact=email", "Plan=custom_variables.plan", "#4=phone"], skip: ["notes"] };
    expect(mapped(["Contact", "Plan", "Notes", "", "A=B"], flags)).toEqual([
      "email",
      "custom_variables.plan",
      null,
      "phone",
      "custom_variables.A=B",
    ]);
    expect(mapped(["A=B"], { map: ["A=B=email"] })).toEqual(["email"]);
  });

  test("prefer the exact name of a field", () => {
    expect(mapped(["Work Email", "Email"])).toEqual(["custom_variables.Work Email", "email"]);
    expect(mapped(["Mail", "Work Email"], { map: ["Mail=email"] })).toEqual(["email", "custom_variables.Work Email"]);
  });

  test.each<[string, readonly string[], MappingFlags, RegExp]>([
    [
      "no email",
      ["Name", "Contact mails"],
      {},
      /leads.csv has no email column. Its columns are "Name", "Contact mails".*--map/,
    ],
    [
      "a title above the names",
      ["My contacts"],
      {},
      /If these are not the names of the columns, delete the rows above/,
    ],
    [
      "a lead in place of the names",
      ["Ada", "ada@x.example.com"],
      { map: ["ada@x.example.com=email"] },
      /the file has no column names: its first row has the email address "ada@x.example.com"/,
    ],
    ["the same header twice", ["Email", "a", " EMAIL"], {}, /columns 1 and 3 have the same header "EMAIL"/],
    [
      "two that could be the email",
      ["Mail", "Work email"],
      {},
      /"Mail" and "Work email" could all be email.*--map "Mail=email"/,
    ],
    ["two for one field", ["Email", "X"], { map: ["X=email", "Email=email"] }, /"Email" and "X" both become email/],
    ["an unknown header in --map", ["Email"], { map: ["Emial=email"] }, /--map "Emial=email": .*did you mean "Email"/],
    ["an unknown header in --skip", ["Email", "Notes"], { skip: ["Note"] }, /--skip "Note": .*did you mean "Notes"/],
    ["an unknown number", ["Email"], { skip: ["#2"] }, /--skip "#2": the file has no such column/],
    [
      "an unknown field",
      ["Email", "X"],
      { map: ["X=fisrt_name"] },
      /did you mean first_name\?.*custom_variables.fisrt_name/,
    ],
    ["no field", ["Email"], { map: ["Email"] }, /--map "Email": expected HEADER=FIELD/],
    ["a column in two flags", ["Email", "X"], { map: ["X=phone"], skip: ["X"] }, /"X" is named by two flags/],
    ["braces", ["Email", "{{x}}"], {}, /"\{\{x\}\}" cannot be the name of a custom variable.*no merge tag can have/],
    ["a name that the API rejects", ["Email", "__proto__"], {}, /column "__proto__".*the API reject.*--map.*--skip/],
    ["a merge tag", ["Email", "X"], { map: ["X=custom_variables.firstName"] }, /is the merge tag of a lead field/],
  ])("with %s are rejected", (_, headers, flags, message) => {
    expect(problem(headers, flags)).toMatch(message);
  });

  test("may be named like properties of objects", () => {
    const { columns } = mapColumns(["Email", "toString", "constructor"], {});
    const { lead } = leadOfRow({ number: 2, cells: ["a@x.example.com", "p", "c"] }, columns);
    expect(JSON.stringify(lead?.custom_variables)).toBe('{"toString":"p","constructor":"c"}');
  });
});

describe("a row", () => {
  const { columns } = mapColumns(["Email", "First name", "ZIP", ""], {});
  const row = (...cells: string[]) => leadOfRow({ number: 7, cells }, columns);

  test("keeps its texts as they are, without the empty ones", () => {
    expect(row("Ada@X.example.com", "Ада", "00123", "").lead).toEqual({
      email: "Ada@X.example.com",
      first_name: "Ада",
      custom_variables: { ZIP: "00123" },
    });
    expect(row('="a@x.example.com"', "+49 30", '="007"', "").lead).toEqual({
      email: "a@x.example.com",
      first_name: "+49 30",
      custom_variables: { ZIP: "007" },
    });
  });

  test.each([
    "ada@x.example.com",
    "a.b+c_d-e'f@sub.x-y.example.com",
    "Ada@X.EXAMPLE.COM",
    "ñandú@exämple.example.com",
    "1@2.example",
  ])("has the address %s", (email) => {
    expect(row(email, "", "", "").faults).toBeUndefined();
  });

  test.each([
    ["", "no email address"],
    ["ada", "not an email address"],
    ["ada@x", "not an email address"],
    ["ada@x.", "not an email address"],
    ["@x.example.com", "not an email address"],
    ["a..b@x.example.com", "not an email address"],
    ["a@x..example.com", "not an email address"],
    ["a@-x.example.com", "not an email address"],
    ["a@192.168.0.1", "not an email address"],
    [`a@${"x".repeat(260)}.example.com`, "not an email address"],
    ["mailto:a@x.example.com", 'not an email address: leave out "mailto:"'],
    ["Ada <a@x.example.com>", "not an email address alone: leave out the name and the angle brackets"],
    ["a@x.example.com; b@x.example.com", "more than one email address: put each into a row of its own"],
    ["a @x.example.com", "an email address has no space"],
    ["\u201ca@x.example.com\u201d", "an email address has no \u201c"],
    ["a@x.exam\u200bple.com", "an email address has no U+200B"],
    ["=A1", "a formula: export the values instead of the formulas"],
    ["a\u0007@x.example.com", "has the control character U+0007"],
  ])("with the address %j has a fault", (email, fault) => {
    expect(row(email, "", "", "").faults).toEqual([{ row: 7, column: "Email", value: email, problem: fault }]);
  });

  test("with a lost character, a cell too few, or a cell without a column has faults", () => {
    expect(row("a@x.example.com", "J\ufffdrg", "", "").faults).toEqual([
      {
        row: 7,
        column: "First name",
        value: "J\ufffdrg",
        problem: "has a character that was lost when the file was converted (U+FFFD)",
      },
    ]);
    expect(row("a@x.example.com", "Ada").faults).toMatchObject([
      { column: "ZIP", problem: "the row has 2 cells, but there are 4 columns" },
    ]);
    expect(row("a@x.example.com", "Ada", "1", "x").faults).toMatchObject([{ column: "#4", value: "x" }]);
    expect(row("a@x.example.com", "Ada", "1", "", "y").faults).toMatchObject([{ column: "#5", value: "y" }]);
    expect(row("a@x.example.com", "Ada", "1", "", "", "").faults).toBeUndefined();
  });
});
