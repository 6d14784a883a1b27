/** A resource that several cells use at the same time. */
export interface Shared<Thing> {
  /** Opens it for the first user; the last `release` closes it. */
  use(): Promise<{ readonly thing: Thing; release(): Promise<void> }>;
}

/** Shares an expensive resource among the cells that run at the same time. */
export function shared<Thing extends { close(): Promise<void> }>(open: () => Promise<Thing>): Shared<Thing> {
  let opened: Promise<Thing> | undefined;
  let users = 0;
  return {
    async use() {
      users += 1;
      opened ??= open();
      const thing = await opened;
      return {
        thing,
        async release() {
          users -= 1;
          if (users > 0) return;
          opened = undefined;
          await thing.close();
        },
      };
    },
  };
}
