import { runCli } from "./application.ts";
import { PROGRAM } from "./catalog/command-words.ts";
import { createContext } from "./create-context.ts";
import { ExitCode } from "./exit-code.ts";

const interrupt = new AbortController();

// The first ^C ends what is under way and reports whether something was sent; the second ends at once.
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    if (interrupt.signal.aborted) process.exit(ExitCode.interrupted);
    interrupt.abort();
  });
}
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // `| head` closes stdout early, which is no error.
  if (error.code === "EPIPE") process.exit();
  process.stderr.write(`${PROGRAM}: the output cannot be written: ${error.message}\n`);
  process.exit(ExitCode.failure);
});
// Nobody is left to read it.
process.stderr.on("error", () => process.exit(ExitCode.failure));

await runCli(process.argv.slice(2), createContext(process, interrupt.signal));
