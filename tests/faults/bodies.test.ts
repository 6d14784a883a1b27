import { testFaults } from "./cell/test-faults.ts";
import { brokenBodies } from "./matrix/broken-bodies.ts";
import { hostileResponses } from "./matrix/hostile-responses.ts";
import { toleratedResponses } from "./matrix/tolerated-responses.ts";

testFaults([...brokenBodies, ...hostileResponses, ...toleratedResponses]);
