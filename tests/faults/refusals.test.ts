import { testFaults } from "./cell/test-faults.ts";
import { oddAnswers } from "./matrix/odd-answers.ts";
import { refusals } from "./matrix/refusals.ts";

testFaults([...refusals, ...oddAnswers]);
