import type { ClockReport } from "../engine/run-clock.ts";
import type { Fault, FaultPlan } from "../faults/fault.ts";
import type { JournalReport } from "../journal/journal.ts";
import type { LoggedRequestDetail, RequestLogPage, RequestLogQuery } from "../journal/request-log-views.ts";
import type { OutboxMail } from "../serialize/outbox.ts";
import type { CampaignDetail, CampaignList } from "./campaign-views.ts";
import type {
  LeadDetail,
  LeadFilterValues,
  LeadListQuery,
  LeadPage,
  RecipientActionRequest,
  RecipientActionResult,
} from "./lead-views.ts";
import type { EmailQuery, MailDetail, MailPage, MailQuery, ThreadView } from "./mail-views.ts";
import type {
  Checkpoint,
  CheckpointList,
  ClockMove,
  FaultKinds,
  KeyList,
  NextSendReport,
  Overview,
  ScenarioList,
  StateReport,
} from "./sandbox-views.ts";

/** A route without a body and without parameters. */
interface Route<Response> {
  readonly response: Response;
}

interface WithId<Response> extends Route<Response> {
  readonly id: string;
}

interface WithQuery<Query, Response> extends Route<Response> {
  readonly query: Query;
}

interface WithBody<Body, Response> extends Route<Response> {
  readonly body: Body;
}

/** An operation id, an action name or `*`; how many calls it applies to. */
interface NewFault {
  readonly operation?: string;
  readonly times?: number;
  readonly fault: Fault;
}

interface PendingFaults {
  readonly pending: readonly FaultPlan[];
}

/**
 * The control routes by method and path below `/_sandbox`. They need no key, and send and accept JSON. An error has the
 * body `{ statusCode, error, message }`: 400 for a wrong input, whose field the message names, and 404 for an unknown id.
 *
 * Besides these, `GET /mails/{id}/html` is a document for a frame, and `GET /events` is a stream of server-sent events: one
 * `state` event at the start and at most one per 100 ms after changes, with a `LiveState` as its data.
 */
export interface ControlRoutes {
  readonly "GET /overview": Route<Overview>;

  readonly "GET /clock": Route<{ readonly now: string; readonly pending: number }>;
  readonly "POST /clock": WithBody<ClockMove, ClockReport>;
  /** Processes the next event and all others of the same time. */
  readonly "POST /clock/next-event": Route<ClockReport>;
  /** Processes events until a campaign has sent an email, or none is left. */
  readonly "POST /clock/next-send": Route<NextSendReport>;

  readonly "GET /mails": WithQuery<MailQuery, MailPage>;
  readonly "GET /mails/{id}": WithId<MailDetail>;
  readonly "GET /threads/{id}": WithId<ThreadView>;
  readonly "POST /wait-for-email": WithBody<EmailQuery, { readonly mail: OutboxMail }>;
  readonly "GET /outbox": Route<{ readonly mails: readonly OutboxMail[] }>;

  readonly "GET /campaigns": Route<CampaignList>;
  readonly "GET /campaigns/{id}": WithId<CampaignDetail>;
  readonly "GET /leads": WithQuery<LeadListQuery, LeadPage>;
  readonly "GET /leads/{id}": WithId<LeadDetail>;
  readonly "GET /lead-filters": Route<LeadFilterValues>;
  readonly "POST /actions": WithBody<RecipientActionRequest, RecipientActionResult>;

  readonly "GET /journal": Route<JournalReport>;
  /** Also clears the log. */
  readonly "DELETE /journal": Route<JournalReport>;
  readonly "GET /log": WithQuery<RequestLogQuery, RequestLogPage>;
  /** The id is the number of the request. */
  readonly "GET /log/{id}": WithId<LoggedRequestDetail>;

  readonly "GET /faults": Route<PendingFaults>;
  readonly "GET /faults/kinds": Route<FaultKinds>;
  readonly "POST /faults": WithBody<NewFault, PendingFaults>;
  readonly "DELETE /faults": Route<PendingFaults>;
  /** Removes the faults of an operation; the id is that of the operation, or `*`. */
  readonly "DELETE /faults/{id}": WithId<PendingFaults>;

  readonly "GET /keys": Route<{
    readonly keys: Readonly<Record<"full" | "readOnly" | "unpaid" | "revoked", string>>;
    readonly workspaces: { readonly main: string; readonly sub: string };
  }>;
  readonly "GET /keys/all": Route<KeyList>;
  readonly "POST /keys": WithBody<{ readonly scopes: readonly string[] }, { readonly key: string }>;

  readonly "GET /state": Route<StateReport>;
  readonly "POST /state": WithBody<
    | { readonly reset: true }
    | { readonly snapshot: true }
    | { readonly restore: string }
    | { readonly scenario: string }
    | { readonly leads: number; readonly campaign?: string; readonly list_id?: string },
    StateReport | { readonly snapshot: string }
  >;
  readonly "GET /scenarios": Route<ScenarioList>;
  /** Loads a scenario file: its text in YAML. */
  readonly "POST /scenarios": WithBody<{ readonly text: string }, StateReport>;
  readonly "GET /checkpoints": Route<CheckpointList>;
  /** Keeps the state. The default label is the virtual time. */
  readonly "POST /checkpoints": WithBody<{ readonly label?: string }, Checkpoint>;
  /** Returns to a checkpoint. It stays in the list. */
  readonly "POST /checkpoints/{id}": WithId<StateReport>;
  readonly "DELETE /checkpoints": Route<CheckpointList>;
}
