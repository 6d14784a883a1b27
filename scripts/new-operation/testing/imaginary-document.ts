import path from "node:path";
import type { DocumentNode } from "../../drift/document/document-node.ts";
import { singleDocument } from "../../drift/document/single-document.ts";
import { loadDocument } from "../../spec/load-document.ts";

type Json = Record<string, unknown>;

/** Words of the vendor, which must not be copied. */
export const VENDOR_WORDS = "Words of the vendor";

/** The imaginary operations. Their names are none that the vendor will ever use. */
export const TWIN: { readonly method: string; readonly path: string } = {
  method: "GET",
  path: "/api/v2/lead-lists/{id}/imaginary-twin",
};
export const POSTCARD: { readonly method: string; readonly path: string } = {
  method: "POST",
  path: "/api/v2/emails/imaginary-postcard",
};

export const FOLD: { readonly method: string; readonly path: string } = {
  method: "POST",
  path: "/api/v2/campaigns/{id}/imaginary-fold",
};

/** The documents by root, because bundling one is slow and every test needs it. */
const documents = new Map<string, Promise<string>>();

async function documentOf(root: string): Promise<string> {
  const known =
    documents.get(root) ?? loadDocument(path.join(root, "spec")).then((document) => JSON.stringify(document));
  documents.set(root, known);
  return known;
}

/** A document in the vendor's style: the operations of a spec without our extensions, and further ones by path and method. */
export async function vendorDocument(
  root: string,
  additions: Readonly<Record<string, Readonly<Record<string, unknown>>>> = imaginaryPaths,
): Promise<Json> {
  const document = JSON.parse(await documentOf(root)) as {
    paths: Record<string, Record<string, Json>>;
  };
  for (const item of Object.values(document.paths)) {
    for (const operation of Object.values(item)) {
      for (const key of Object.keys(operation)) if (key.startsWith("x-")) delete operation[key];
    }
  }
  for (const [template, item] of Object.entries(additions)) {
    document.paths[template] = { ...document.paths[template], ...(item as Record<string, Json>) };
  }
  return document;
}

/** The same as a node. */
export async function vendorNode(...given: Parameters<typeof vendorDocument>): Promise<DocumentNode> {
  return singleDocument(await vendorDocument(...given), "vendor");
}

/** An operation in the vendor's style. */
export function vendorOperation(operationId: string, scope: string, success: Json, more: Json = {}): Json {
  const [resource = "", verb = ""] = scope.split(":");
  const scopes = [scope, `${resource}:all`, `all:${verb}`, "all:all"].map((each) => `\`${each}\``).join(", ");
  return {
    operationId,
    summary: VENDOR_WORDS,
    description: `${VENDOR_WORDS}. Requires one of the following scopes: ${scopes}`,
    ...more,
    responses: {
      "200": { description: VENDOR_WORDS, content: { "application/json": { schema: success } } },
      ...Object.fromEntries([401, 402, 404, 429].map((status) => [status, failure(status)])),
    },
  };
}

function failure(status: number): Json {
  const properties = {
    statusCode: { type: "number", enum: [status] },
    error: { type: "string" },
    message: { type: "string" },
  };
  return { description: VENDOR_WORDS, content: { "application/json": { schema: { type: "object", properties } } } };
}

/** The parameter in a path, in the vendor's style. */
export const pathId: Json = {
  schema: { type: "string", format: "uuid", example: "019ffad2-9c49-7d93-989e-749770a7c9b8" },
  in: "path",
  name: "id",
  required: true,
  description: VENDOR_WORDS,
};

const text = { type: "string", description: VENDOR_WORDS };

const imaginaryPaths: Readonly<Record<string, Json>> = {
  [TWIN.path]: {
    get: vendorOperation(
      "getImaginaryTwin",
      "lead_lists:read",
      { $ref: "#/components/schemas/LeadList" },
      {
        parameters: [pathId],
      },
    ),
  },
  [FOLD.path]: {
    post: vendorOperation(
      "foldImaginaryCampaign",
      "campaigns:update",
      { $ref: "#/components/schemas/Campaign" },
      { parameters: [pathId] },
    ),
  },
  [POSTCARD.path]: {
    post: vendorOperation(
      "sendImaginaryPostcard",
      "emails:create",
      {
        type: "object",
        required: ["id", "stamp"],
        properties: { id: { type: "string", format: "uuid" }, stamp: text },
      },
      {
        description: `${VENDOR_WORDS}. Rate limit: 30 requests per minute.\n\n\nRequires the scope \`emails:create\` or \`all:all\``,
        requestBody: {
          content: {
            "application/json": {
              schema: {
                type: "object",
                additionalProperties: false,
                required: ["greeting"],
                properties: { greeting: text, is_glossy: { type: "boolean", description: VENDOR_WORDS } },
              },
            },
          },
        },
      },
    ),
  },
};
