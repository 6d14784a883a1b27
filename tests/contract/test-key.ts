/** No real key. Prism takes any. */
export const testKey = "test-key-of-nobody-5f1c";
