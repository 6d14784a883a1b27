import type { Command } from "@stricli/core";
import { buildCommand } from "@stricli/core";
import { usageError } from "../command-error.ts";
import { completionScripts, SHELLS } from "../completion/completion-script.ts";
import type { CliContext } from "../context.ts";
import { didYouMean } from "../nearest-name.ts";
import { print } from "../output/print.ts";

type Shell = (typeof SHELLS)[number];

/** `completion`. */
export const completionCommand: Command<CliContext> = buildCommand<Record<never, never>, [Shell], CliContext>({
  docs: {
    brief: "Print the completion script of a shell",
    fullDescription:
      "Put it where your shell reads it: `source <(modulex-instantly completion bash)` in ~/.bashrc, the same with zsh in ~/.zshrc, " +
      "or `modulex-instantly completion fish > ~/.config/fish/completions/modulex-instantly.fish`.",
  },
  parameters: {
    positional: {
      kind: "tuple",
      parameters: [
        { brief: SHELLS.join(", "), placeholder: "shell", parse: readShell, proposeCompletions: () => SHELLS },
      ],
    },
  },
  async func(this: CliContext, _, shell) {
    await print(this.stdout, completionScripts[shell]);
  },
});

function readShell(text: string): Shell {
  const shell = SHELLS.find((name) => name === text);
  if (shell === undefined)
    throw usageError(`expected ${SHELLS.join(", ")}, found "${text}"${didYouMean(text, SHELLS)}`);
  return shell;
}
