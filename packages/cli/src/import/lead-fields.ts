/** The text fields of a lead that a column can become. */
export const LEAD_FIELDS = [
  "email",
  "first_name",
  "last_name",
  "company_name",
  "job_title",
  "phone",
  "website",
  "personalization",
  "pl_value_lead",
] as const;

/** The name of a text field of a lead. */
export type LeadField = (typeof LEAD_FIELDS)[number];

/** Other headers of the fields, in lower case and without anything but letters and digits. */
const SPELLINGS: Readonly<Record<LeadField, readonly string[]>> = {
  email: [
    "emailaddress",
    "mail",
    "workemail",
    "businessemail",
    "emailid",
    "contactemail",
    "primaryemail",
    "emailadresse",
    "correoelectronico",
    "courriel",
    "adresseemail",
    "indirizzoemail",
    "enderecodeemail",
    "emailadres",
    "epost",
    "epostadress",
    "epostadresse",
    "adresemail",
  ],
  first_name: ["givenname", "forename", "vorname", "prenom", "nombre"],
  last_name: ["surname", "familyname", "nachname", "nomdefamille", "apellido", "apellidos"],
  company_name: [
    "company",
    "organization",
    "organisation",
    "organizationname",
    "firma",
    "unternehmen",
    "empresa",
    "entreprise",
  ],
  job_title: ["title", "position", "role", "jobposition"],
  phone: ["phonenumber", "telephone", "mobile", "mobilephone", "cell", "tel", "telefon"],
  website: ["url", "web", "homepage", "companywebsite", "websiteurl", "webseite"],
  personalization: ["personalisation", "icebreaker", "firstline", "personalizedline"],
  pl_value_lead: ["leadvalue", "potentialvalue"],
};

/** The merge tags of the lead fields, in lower case. A custom variable with such a name would be hidden. */
export const mergeTagNames: ReadonlySet<string> = new Set([
  "email",
  "campaign",
  "firstname",
  "lastname",
  "companyname",
  "jobtitle",
  "phone",
  "website",
  "personalization",
]);

/** Tells whether a text is the name of a lead field. */
export function isLeadField(name: string): name is LeadField {
  return (LEAD_FIELDS as readonly string[]).includes(name);
}

/** Returns the field that a header spells; with `exactly`, only by its own name. */
export function fieldOfHeader(header: string, how?: "exactly"): LeadField | undefined {
  const name = header
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
  return LEAD_FIELDS.find(
    (field) => field.replaceAll("_", "") === name || (how === undefined && SPELLINGS[field].includes(name)),
  );
}
