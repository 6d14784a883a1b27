import { runCli } from "./application.ts";
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
// `| head` closes stdout early, which is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

await runCli(process.argv.slice(2), createContext(process, interrupt.signal));
