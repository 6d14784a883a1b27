import { usageError } from "../command-error.ts";

/** Selects from a value with a JMESPath expression. */
export type Select = (value: unknown) => unknown;

/**
 * Compiles a JMESPath expression.
 *
 * @throws CommandError for an invalid expression.
 */
export async function compileSelect(expression: string): Promise<Select> {
  const { compile, TreeInterpreter } = await import("@jmespath-community/jmespath");
  const invalid = (error: unknown) =>
    usageError(`--select: ${(error as Error).message}. Expected a JMESPath expression, such as leads[].email`);
  try {
    const compiled = compile(expression);
    return (value) => {
      try {
        return TreeInterpreter.search(compiled, value as Parameters<typeof TreeInterpreter.search>[1]);
      } catch (error) {
        throw invalid(error);
      }
    };
  } catch (error) {
    throw invalid(error);
  }
}
