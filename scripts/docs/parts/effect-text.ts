/** What each effect means to somebody who calls an operation. */
export const effectText: Readonly<Record<string, string>> = {
  read: "Changes nothing. Repeated by itself after a failure that may pass.",
  create: "Makes something new. Repeated only after a 429, or when it is proven that nothing was sent.",
  update: "Changes what is there. Repeated only after a 429, or when it is proven that nothing was sent.",
  delete: "Deletes for good. Repeated only after a 429, or when it is proven that nothing was sent.",
  send: "Sends real e-mail. Repeated only after a 429, or when it is proven that nothing was sent.",
};
