export type {
  CampaignDetail,
  CampaignList,
  CampaignRow,
  DayCount,
  StepCounts,
  StepView,
  VariantView,
} from "./contract/campaign-views.ts";
export type { ControlRoutes } from "./contract/control-routes.ts";
export type {
  LabelledValue,
  LeadDetail,
  LeadFilterValues,
  LeadListQuery,
  LeadPage,
  LeadRow,
  RecipientActionRequest,
  RecipientActionResult,
  StepEvent,
  TimelineItem,
} from "./contract/lead-views.ts";
export type {
  EmailQuery,
  MailDetail,
  MailPage,
  MailQuery,
  MailSummary,
  MailWarning,
  ThreadView,
} from "./contract/mail-views.ts";
export type {
  Checkpoint,
  CheckpointList,
  ClockMove,
  ClockTarget,
  ClockView,
  FaultKinds,
  KeyList,
  LiveState,
  NextSendReport,
  Overview,
  ScenarioList,
  StateReport,
} from "./contract/sandbox-views.ts";
export type { BlockCode, PlannedSend, SendingState } from "./contract/sending-views.ts";
export { createSandbox } from "./create-sandbox.ts";
export type { ClockReport } from "./engine/run-clock.ts";
export type { FakeIteration } from "./fake-iteration.ts";
export { fakeIteration } from "./fake-iteration.ts";
export type { Fault } from "./faults/fault.ts";
export type { FaultField } from "./faults/read-fault-plan.ts";
export type { JournalEntry, JournalReport, OperationCount } from "./journal/journal.ts";
export type {
  LoggedRequest,
  LoggedRequestDetail,
  RequestLogPage,
  RequestLogQuery,
  SentRequest,
} from "./journal/request-log-views.ts";
export type { SandboxKeys } from "./keys/key-store.ts";
export type { Assumptions } from "./options/assumptions.ts";
export type { SandboxOptions, ScenarioFile, ScenarioName, StartSandboxOptions } from "./options/sandbox-options.ts";
export type { PlannedFault, RunningSandbox, Sandbox, SandboxClientOptions } from "./sandbox.ts";
export type { GeneratedLeads } from "./scenarios/generate-leads.ts";
export type { Mode } from "./serialize/mode.ts";
export type { OutboxMail } from "./serialize/outbox.ts";
export type { OperationId } from "./spec/operation.ts";
export { startSandbox } from "./start-sandbox.ts";
export type { Leftover } from "./state/leftover.ts";
