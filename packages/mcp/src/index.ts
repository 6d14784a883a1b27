export type {
  ActionOutcome,
  ConfirmationForm,
  ConfirmPort,
  GuardedCall,
  GuardedResult,
  ToolGuard,
} from "./guard/tool-guard.ts";
export type { SharedStore } from "./state/shared-store.ts";
