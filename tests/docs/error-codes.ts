import path from "node:path";
import ts from "typescript";

/**
 * Reads the members of `InstantlyErrorCode` from its declaration.
 *
 * @throws Error when the type is no longer a union of string literals.
 */
export function errorCodes(root: string): string[] {
  const file = path.join(root, "packages/client/src/instantly-error.ts");
  const source = ts.createSourceFile(file, ts.sys.readFile(file) ?? "", ts.ScriptTarget.ES2022);
  const union = source.statements.find(
    (statement) => ts.isTypeAliasDeclaration(statement) && statement.name.text === "InstantlyErrorCode",
  );
  if (!union || !ts.isTypeAliasDeclaration(union) || !ts.isUnionTypeNode(union.type)) {
    throw new Error(`${file}: InstantlyErrorCode is not a union`);
  }
  return union.type.types.map((member) => {
    if (!ts.isLiteralTypeNode(member) || !ts.isStringLiteral(member.literal)) throw new Error(`${file}: not a literal`);
    return member.literal.text;
  });
}
