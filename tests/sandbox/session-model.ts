/** The expected state of a session. */
export interface SessionModel {
  /** By id, oldest first. */
  readonly lists: Map<string, { readonly name: string }>;
  /** By id; a campaign of an AI Sales Agent rejects changes. */
  readonly campaigns: Map<string, { name: string; readonly isAgents: boolean }>;
  /** By id, oldest first. */
  readonly leads: Map<string, ModelLead>;
  /** The ids of leads that were deleted. */
  readonly gone: string[];
  /** The sending accounts that a campaign has used. */
  readonly accounts: Set<string>;
  /** The known emails by id. */
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

/** An empty model. */
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

/** An id that does not exist. */
export const UNKNOWN_ID = "01890000-0000-7000-8000-000000000000";

/** A known id, or sometimes one that does not exist. */
export function someId(known: ReadonlyMap<string, unknown>, number: number): string {
  if (number % 12 === 11) return UNKNOWN_ID;
  return [...known.keys()][number % Math.max(1, known.size)] ?? UNKNOWN_ID;
}

/** Whether there is an id to choose, or the choice is an unknown id. */
export function hasSome(known: ReadonlyMap<string, unknown>, number: number): boolean {
  return known.size > 0 || number % 12 === 11;
}

/** The leads that pass a test, ordered by id. */
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
