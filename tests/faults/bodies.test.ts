import { testFaults } from "./cell/test-faults.ts";
import { brokenBodies } from "./matrix/broken-bodies.ts";
import { hostileAnswers } from "./matrix/hostile-answers.ts";
import { strangeButGood } from "./matrix/strange-but-good.ts";

testFaults([...brokenBodies, ...hostileAnswers, ...strangeButGood]);
