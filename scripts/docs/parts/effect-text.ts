/** The meaning of each effect for callers. */
export const effectText: Readonly<Record<string, string>> = {
  read: "Changes nothing. Retried automatically after transient failures.",
  create: "Creates something. Retried only after a 429, or if it is certain that nothing was sent.",
  update: "Changes something. Retried only after a 429, or if it is certain that nothing was sent.",
  delete: "Deletes permanently. Retried only after a 429, or if it is certain that nothing was sent.",
  send: "Sends real email. Retried only after a 429, or if it is certain that nothing was sent.",
};
