import { expectTypeOf, test } from "vitest";
import type { InstantlyClient } from "../create-instantly-client.ts";
import { typedRequest } from "./typed-request.ts";

/** What openapi-typescript writes for a small document. */
interface Paths {
  "/api/v2/accounts": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: { limit?: number; search?: string }; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: object; content: { "application/json": { items: { email: string }[] } } };
        401: { headers: object; content: { "application/json": { message: string } } };
      };
    };
    put?: never;
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: { content: { "application/json": { email: string; warmup?: boolean } } };
      responses: { 201: { headers: object; content: { "application/json": { id: string } } } };
    };
    delete?: never;
  };
  "/api/v2/accounts/{email}": {
    get?: never;
    delete: {
      parameters: { query?: never; header?: never; path: { email: string }; cookie?: never };
      requestBody?: never;
      responses: { 204: { headers: object; content?: never } };
    };
    patch: {
      parameters: { query: { dry: boolean }; header?: never; path: { email: string }; cookie?: never };
      requestBody?: { content: { "application/json": { first_name?: string } } };
      responses: { 200: { headers: object; content: { "application/json": { id: string } } } };
    };
  };
}

declare const instantly: InstantlyClient;
const request = typedRequest<Paths>(instantly);

test("the data of a response has the type of the document", async () => {
  const list = await request({ method: "GET", path: "/api/v2/accounts", query: { limit: 5 } });
  expectTypeOf(list.data).toEqualTypeOf<{ items: { email: string }[] }>();
  const created = await request({ method: "POST", path: "/api/v2/accounts", body: { email: "a" }, priority: "bulk" });
  expectTypeOf(created.data).toEqualTypeOf<{ id: string }>();
  const path = "/api/v2/accounts/{email}";
  const deleted = await request({ method: "DELETE", path, params: { email: "a" } });
  expectTypeOf(deleted.data).toEqualTypeOf<undefined>();
  await request({ method: "PATCH", path, params: { email: "a" }, query: { dry: true } });
  await request({ method: "PATCH", path, params: { email: "a" }, query: { dry: true }, body: { first_name: "A" } });
});

test("what the document does not have is an error", () => {
  // @ts-expect-error the document has no such path
  void request({ method: "GET", path: "/api/v2/other" });
  // @ts-expect-error the path has no such method
  void request({ method: "PUT", path: "/api/v2/accounts" });
  // @ts-expect-error the body is required
  void request({ method: "POST", path: "/api/v2/accounts" });
  // @ts-expect-error the body has no such field
  void request({ method: "POST", path: "/api/v2/accounts", body: { email: "a", warmpu: true } });
  // @ts-expect-error the query has no such parameter
  void request({ method: "GET", path: "/api/v2/accounts", query: { serach: "a" } });
  // @ts-expect-error the value of the placeholder is required
  void request({ method: "DELETE", path: "/api/v2/accounts/{email}" });
  // @ts-expect-error the query is required
  void request({ method: "PATCH", path: "/api/v2/accounts/{email}", params: { email: "a" } });
});

test("the items of a list have the type of the document", async () => {
  const path = "/api/v2/accounts";
  for await (const account of request.iterate({ method: "GET", path, query: { search: "a" } }, { maxItems: 5 })) {
    expectTypeOf(account).toEqualTypeOf<{ email: string }>();
  }
  expectTypeOf(await request.iterate({ method: "GET", path }).collect({ max: 1 })).toEqualTypeOf<{ email: string }[]>();
  expectTypeOf(request.iterate({ method: "POST", path, body: { email: "a" } }).collect({ max: 1 })).toEqualTypeOf<
    Promise<never[]>
  >();
  // @ts-expect-error the document has no such path
  request.iterate({ method: "GET", path: "/api/v2/other" });
  // @ts-expect-error the query has no such parameter
  request.iterate({ method: "GET", path, query: { serach: "a" } });
  // @ts-expect-error options are the second argument
  request.iterate({ method: "GET", path, priority: "bulk" });
});

test("without a document, the caller states the type of the data", async () => {
  const { data } = await instantly.request({ method: "GET", path: "/api/v2/accounts" });
  expectTypeOf(data).toEqualTypeOf<unknown>();
  const stated = await instantly.request<{ id: string }>({ method: "GET", path: "/api/v2/accounts" });
  expectTypeOf(stated.data).toEqualTypeOf<{ id: string }>();
  // @ts-expect-error a GET has no option of this name
  void instantly.request({ method: "GET", path: "/api/v2/accounts", qurey: {} });
});
