import { testFaults } from "./cell/test-faults.ts";
import { errorResponses } from "./matrix/error-responses.ts";
import { unusualResponses } from "./matrix/unusual-responses.ts";

testFaults([...errorResponses, ...unusualResponses]);
