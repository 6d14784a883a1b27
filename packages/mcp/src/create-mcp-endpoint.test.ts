import { expect, test } from "vitest";
import type { McpEndpointOptions } from "./create-mcp-endpoint.ts";
import { createMcpEndpoint } from "./create-mcp-endpoint.ts";

test.each<[object, RegExp]>([
  [{ maxDelete: 5 }, /^createMcpEndpoint: maxDelete is unknown \(did you mean "maxDeletes"\?\)$/],
  [{ host: "x" }, /host is unknown; the options are allow, /],
  [{ allow: "create_lead" }, /^allow: expected an array of tool names/],
  [{ allow: ["create_leed"] }, /did you mean "create_lead"/],
  [{ confirm: "Off" }, /^confirm: expected person, two-step, off \(did you mean "off"\?\)$/],
  [{ confirm: null }, /^confirm: expected person, two-step, off$/],
  [{ schemas: "none" }, /^schemas: expected lean, full$/],
  [{ afterMail: "new_contacts" }, /^afterMail: .* \(did you mean "new-contacts"\?\)$/],
  [{ repliesPerHour: -1 }, /^repliesPerHour: expected a whole number from 0 to 1000$/],
  [{ maxDeletes: "5" }, /^maxDeletes: expected a whole number from 0 to 10000$/],
  [{ activationsPerHour: Number.NaN }, /^activationsPerHour: /],
  [{ keySource: { kind: "srver", apiKey: "a", token: "b" } }, /^keySource\.kind: expected request, server, sandbox$/],
  [{ keySource: { kind: "server", apiKey: "a", token: "" } }, /^keySource\.token: /],
  [{ keySource: { kind: "server", apiKey: "a b", token: "b" } }, /^keySource\.apiKey: /],
])("createMcpEndpoint(%j) is refused", (options, message) => {
  expect(() => createMcpEndpoint(options as McpEndpointOptions)).toThrow(
    expect.objectContaining({ name: "SettingsError", message: expect.stringMatching(message) }),
  );
});
