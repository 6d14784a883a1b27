// The examples that are test files themselves: their tests are registered here, and run with those of the repository.
import "../../examples/vitest/follow-up.test.ts";
import "../../examples/msw/campaign-report.test.ts";
