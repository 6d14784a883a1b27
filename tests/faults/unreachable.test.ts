import { testFaults } from "./cell/test-faults.ts";
import { refusedLocally } from "./matrix/refused-locally.ts";
import { unreachable } from "./matrix/unreachable.ts";

testFaults([...unreachable, ...refusedLocally]);
