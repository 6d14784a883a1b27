/** What a session knows must exist. */
export interface SessionModel {
  /** By id, oldest first. */
  readonly lists: Map<string, { readonly name: string }>;
  /** By id; one that an AI sales agent owns refuses changes. */
  readonly campaigns: Map<string, { name: string; readonly isAgents: boolean }>;
  /** By id, oldest first. */
  readonly leads: Map<string, ModelLead>;
  /** The ids of leads that were deleted. */
  readonly gone: string[];
  /** Senders that some campaign connected. */
  readonly accounts: Set<string>;
  /** Mails that were seen, by id. */
  readonly emails: Map<string, { readonly thread: string }>;
}

/** A lead that must exist. */
export interface ModelLead {
  readonly id: string;
  readonly email: string | undefined;
  readonly first: string | undefined;
  readonly campaign: string | undefined;
  readonly list: string | undefined;
}

/** Nothing yet. */
export function emptyModel(): SessionModel {
  return {
    lists: new Map(),
    campaigns: new Map(),
    leads: new Map(),
    gone: [],
    accounts: new Set(),
    emails: new Map(),
  };
}

/** An id that nothing has. */
export const UNKNOWN_ID = "01890000-0000-7000-8000-000000000000";

/** One of the known ids, or now and then one that nothing has. */
export function someId(known: ReadonlyMap<string, unknown>, number: number): string {
  if (number % 12 === 11) return UNKNOWN_ID;
  return [...known.keys()][number % Math.max(1, known.size)] ?? UNKNOWN_ID;
}

/** Whether there is anything to choose from, or what nothing has is to be chosen. */
export function hasSome(known: ReadonlyMap<string, unknown>, number: number): boolean {
  return known.size > 0 || number % 12 === 11;
}

/** The leads a test lets through, in the order of their ids. */
export function leadsWhere({ leads }: SessionModel, test: (lead: ModelLead) => boolean): string[] {
  return [...leads.values()]
    .filter(test)
    .map(({ id }) => id)
    .sort();
}

/** Whether two addresses are the same to the API. */
export function isSameAddress(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && one.toLowerCase() === other?.toLowerCase();
}
