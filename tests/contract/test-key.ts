/** Not a real key. Prism accepts any. */
export const testKey = "test-key-of-nobody-5f1c";
