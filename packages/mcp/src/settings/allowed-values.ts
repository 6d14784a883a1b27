/** The values of settings with few values, for the command and for `createMcpEndpoint`. */
export const CHOICES = {
  confirm: ["person", "two-step", "off"],
  schemas: ["lean", "full"],
  afterMail: ["every-write", "new-contacts"],
} as const;

/** The highest values of the limits of writes. */
export const MOST = { repliesPerHour: 1_000, activationsPerHour: 1_000, maxDeletes: 10_000 } as const;
