import { testFaults } from "./cell/test-faults.ts";
import { pageWalks } from "./matrix/page-walks.ts";

testFaults(pageWalks);
