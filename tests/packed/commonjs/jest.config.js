// jest.config.js
module.exports = {
  testMatch: ["**/*.jest.ts"],
  transform: { "\\.[jt]s$": ["ts-jest", { tsconfig: "tsconfig.jest.json" }] },
  transformIgnorePatterns: ["node_modules/(?!(@modulex-instantly|openapi-fetch)/)"],
};
