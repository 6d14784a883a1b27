/**
 * The manifest of an integration as a JSON Schema, according to ModuleX's own models. All of them forbid unknown keys.
 */
const text = { type: "string", minLength: 1 };
const texts = { type: "array", items: text };

function closed(properties: Record<string, object>, optional: readonly string[] = []): object {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: "object", properties, required, additionalProperties: false };
}

const parameter = closed(
  {
    type: { enum: ["string", "integer", "number", "boolean", "array", "object"] },
    description: text,
    default: {},
    required: { type: "boolean" },
  },
  ["default"],
);

const action = closed({
  name: { type: "string", pattern: "^[a-z][a-z0-9_]*$" },
  description: text,
  parameters: { type: "object", additionalProperties: parameter },
});

const environmentVariable = closed({
  name: text,
  display_name: text,
  description: text,
  required: { type: "boolean" },
  sensitive: { type: "boolean" },
  only_for_custom: { type: "boolean" },
  sample_format: text,
  about_url: text,
});

const testEndpoint = closed({
  url: text,
  method: { enum: ["GET", "POST", "PUT", "PATCH", "DELETE"] },
  headers: { type: "object", additionalProperties: { type: "string" } },
  success_indicators: closed({ status_codes: { type: "array", items: { type: "integer" } } }),
  cost_level: text,
});

const credential = closed({
  auth_type: { enum: ["oauth2", "bearer_token", "api_key", "modulex_key", "custom", "internal"] },
  display_name: text,
  description: text,
  setup_instructions: texts,
  setup_environment_variables: { type: "array", items: environmentVariable },
  test_endpoint: testEndpoint,
});

export const modulexSchema: object = closed({
  integration_type: { const: "tool" },
  name: { type: "string", pattern: "^[a-z][a-z0-9_]*$" },
  display_name: text,
  description: text,
  version: text,
  author: text,
  logo: text,
  app_url: text,
  categories: texts,
  actions: { type: "array", items: action, minItems: 1 },
  auth_schemas: { type: "array", items: credential, minItems: 1 },
});
