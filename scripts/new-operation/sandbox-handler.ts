import type { OperationFacts } from "../drift/document/operation-facts.ts";
import type { HandlerFile } from "../spec/handler-file.ts";
import { todo } from "./todo.ts";

/** A handler that refuses every request by the name of the operation, until somebody writes it. */
export function handlerStub({ id }: OperationFacts, { name }: HandlerFile): string {
  return `import { ApiError } from "../api-error.ts";
import type { Handler } from "./handler.ts";

/** ${todo("what it does, and what it refuses")} */
export const ${name}: Handler<"${id}"> = () => {
  // ${todo("read or change the workspace; see the other handlers")}
  throw new ApiError(501, "${id} is not simulated yet");
};
`;
}
