import { describeValue } from "../input/describe-value.ts";
import { scenarios } from "../scenarios/scenarios.ts";
import { changeState, stateReport } from "./change-state.ts";
import type { Controls } from "./control.ts";
import { controlBody } from "./control-body.ts";
import type { ControlContext } from "./control-context.ts";

type Names =
  | "GET /state"
  | "POST /state"
  | "GET /scenarios"
  | "POST /scenarios"
  | "GET /checkpoints"
  | "POST /checkpoints"
  | "POST /checkpoints/{id}"
  | "DELETE /checkpoints";

/** The routes of the state: scenarios, snapshots, checkpoints. */
export function stateRoutes({ state, checkpoints }: ControlContext): Controls<Names> {
  return {
    "GET /state": { act: () => stateReport(state) },
    "POST /state": { act: ({ body }) => changeState(state, body), changes: true },

    "GET /scenarios": {
      act: () => {
        const known = Object.entries(scenarios).map(([name, { title }]) => ({ name, title }));
        const initial = { name: state.settings.scenario, title: state.initialTitle };
        return { scenarios: known.some(({ name }) => name === initial.name) ? known : [initial, ...known] };
      },
    },
    "POST /scenarios": {
      act: ({ body }) => {
        const { text } = controlBody(body, ["text"]);
        if (typeof text !== "string")
          throw new TypeError(`text: expected a scenario in YAML, found ${describeValue(text)}`);
        state.loadText(text);
        return stateReport(state);
      },
      changes: true,
    },

    "GET /checkpoints": { act: () => checkpoints.list() },
    "POST /checkpoints": {
      act: ({ body }) => {
        const { label } = body === undefined ? {} : controlBody(body, ["label"]);
        if (label !== undefined && typeof label !== "string") {
          throw new TypeError(`label: expected a string, found ${describeValue(label)}`);
        }
        return checkpoints.create(label);
      },
      notices: true,
    },
    "POST /checkpoints/{id}": {
      act: ({ id }) => {
        checkpoints.restore(id);
        return stateReport(state);
      },
      changes: true,
    },
    "DELETE /checkpoints": {
      act: () => {
        checkpoints.clear();
        return checkpoints.list();
      },
      notices: true,
    },
  };
}
