import { ApiError } from "../api-error.ts";
import type { Checkpoint, CheckpointList } from "../contract/sandbox-views.ts";
import type { SandboxState } from "../sandbox-state.ts";
import { timestamp } from "../state/virtual-clock.ts";

const MAX_CHECKPOINTS = 20;
const MAX_CHARACTERS = 64_000_000;
const MAX_LABEL = 200;

interface Kept extends Checkpoint {
  readonly lines: readonly string[];
}

/** States that are kept in memory, to go back to. */
export class Checkpoints {
  readonly #state: SandboxState;
  #kept: readonly Kept[] = [];
  #made = 0;

  constructor(state: SandboxState) {
    this.#state = state;
  }

  list(): CheckpointList {
    return { checkpoints: this.#kept.map(view) };
  }

  /**
   * Keeps the current state.
   *
   * @throws ApiError 413 for a state that is too large.
   */
  create(label: string | undefined): Checkpoint {
    const lines = [...this.#state.snapshotLines(), ""];
    const characters = lines.reduce((sum, line) => sum + line.length + 1, -1);
    if (characters > MAX_CHARACTERS) {
      throw new ApiError(413, `The state has ${characters} characters; a checkpoint has at most ${MAX_CHARACTERS}`);
    }
    this.#made += 1;
    const at = timestamp(this.#state.database.clock.now);
    const made: Kept = { id: String(this.#made), at, label: (label ?? at).slice(0, MAX_LABEL), characters, lines };
    let kept = [...this.#kept, made].slice(-MAX_CHECKPOINTS);
    while (kept.reduce((sum, each) => sum + each.characters, 0) > MAX_CHARACTERS) kept = kept.slice(1);
    this.#kept = kept;
    return view(made);
  }

  /**
   * Returns to a checkpoint.
   *
   * @throws ApiError 404
   */
  restore(id: string): void {
    const found = this.#kept.find((each) => each.id === id);
    if (found === undefined) {
      const known = this.#kept.map((each) => each.id);
      const list = known.length === 0 ? "; there is none" : `; known are ${known.join(", ")}`;
      throw new ApiError(404, `There is no checkpoint ${id.slice(0, MAX_LABEL)}${list}`);
    }
    this.#state.restore(found.lines);
  }

  clear(): void {
    this.#kept = [];
  }
}

function view({ lines: _, ...checkpoint }: Kept): Checkpoint {
  return checkpoint;
}
