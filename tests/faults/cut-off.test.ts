import { testFaults } from "./cell/test-faults.ts";
import { cutOff } from "./matrix/cut-off.ts";

testFaults(cutOff);
