/** Stands above everything that was written by this program. */
export const REVIEW = "Review: added by `pnpm spec:update`. Say what it means in words of your own.";

/** Stands where a description belongs until a person has written one. */
export const TO_DESCRIBE = "New in the vendor's document and not described here yet. [S]";

/** Stands where the meaning of a value belongs. */
export const TO_EXPLAIN = "Not described here yet";
