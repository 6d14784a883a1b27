/** The comment above everything that the update has added. */
export const REVIEW = "Review: added by `pnpm spec:update`. Describe it in your own words.";

/** The description of an added field or parameter, until somebody has written one. */
export const TO_DESCRIBE = "New in the vendor's document and not described here yet. [S]";

/** The description of an added enum value. */
export const TO_EXPLAIN = "Not described here yet";

/** The end of the description of an added status. */
export const STATUS_TO_DESCRIBE = "Not described here yet. [S]";
