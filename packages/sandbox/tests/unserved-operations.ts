/** Names every operation of the table that nothing carries out, and every handler that no operation asks for. */
export function unservedOperations(table: Readonly<Record<string, unknown>>, handlers: object): string[] {
  const served = Object.entries(handlers).flatMap(([id, handler]) => (typeof handler === "function" ? [id] : []));
  return [
    ...Object.keys(table)
      .filter((id) => !served.includes(id))
      .map((id) => `${id} has no handler`),
    ...Object.keys(handlers)
      .filter((id) => !Object.hasOwn(table, id))
      .map((id) => `the handler ${id} belongs to no operation`),
  ];
}
