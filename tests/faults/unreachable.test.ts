import { testFaults } from "./cell/test-faults.ts";
import { rejectedLocally } from "./matrix/rejected-locally.ts";
import { unreachable } from "./matrix/unreachable.ts";

testFaults([...unreachable, ...rejectedLocally]);
