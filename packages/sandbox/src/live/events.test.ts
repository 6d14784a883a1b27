import { connect } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import type { LiveState } from "../contract/sandbox-views.ts";
import type { RunningSandbox } from "../sandbox.ts";
import { startSandbox } from "../start-sandbox.ts";
import { ChangeFeed } from "./change-feed.ts";
import { EventStream } from "./event-stream.ts";

/** Reads the states of a stream, one after the other. */
class States {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  #text = "";
  #received = "";

  constructor(response: Response) {
    if (response.body === null) throw new Error("no body");
    this.#reader = response.body.getReader();
  }

  /** Everything that was received so far. */
  get received(): string {
    return this.#received;
  }

  async next(): Promise<LiveState> {
    for (;;) {
      const found = /event: state\nid: [^\n]+\ndata: ([^\n]+)\n\n/.exec(this.#text);
      if (found !== null) {
        this.#text = this.#text.slice(found.index + found[0].length);
        return JSON.parse(found[1] ?? "") as LiveState;
      }
      const { value, done } = await this.#reader.read();
      if (done) throw new Error("the stream has ended");
      const text = new TextDecoder().decode(value);
      this.#text += text;
      this.#received += text;
    }
  }

  async until(isMet: (state: LiveState) => boolean): Promise<LiveState> {
    for (;;) {
      const state = await this.next();
      if (isMet(state)) return state;
    }
  }

  cancel(): Promise<void> {
    return this.#reader.cancel();
  }
}

let sandbox: RunningSandbox;
afterEach(() => sandbox.close());

const watch = async (): Promise<States> => new States(await fetch(`${sandbox.url}/_sandbox/events`));
const post = (path: string, body: object): Promise<Response> =>
  fetch(`${sandbox.url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${sandbox.keys.full}` },
    body: JSON.stringify(body),
  });

describe("the stream of events", () => {
  test("begins with the state, and has every kind of change", async () => {
    sandbox = await startSandbox({ limits: "off" });
    const states = await watch();
    const first = await states.next();
    expect(first).toMatchObject({ mails: 0, leads: 0, requests: 0, faults: 0, advancing: null, now: sandbox.now() });
    await post("/api/v2/leads", { email: "ada@kestrel.example.com" });
    const second = await states.until(({ leads }) => leads === 1);
    expect(second.revision).toBeGreaterThan(first.revision);
    expect(second.requests).toBe(1);
    await fetch(`${sandbox.url}/api/v2/leads/nothing`);
    await states.until(({ requests }) => requests === 2);
    sandbox.plan({ times: 3, fault: { kind: "status", status: 500 } });
    await states.until(({ faults }) => faults === 3);
    await post("/_sandbox/clock", { advance: "1d" });
    await states.until(({ now }) => now > "2026-09-08");
    await post("/_sandbox/state", { scenario: "replies" });
    const last = await states.until(({ generation }) => generation > first.generation);
    expect(last.instance).toBe(first.instance);
    expect(last.mails).toBeGreaterThan(10);
    // Numbers only: no address, no subject, no body.
    expect(states.received).not.toMatch(/@|subject|sbx_/);
    await states.cancel();
  });

  test("makes one event of many changes", async () => {
    sandbox = await startSandbox({ limits: "off" });
    const states = await watch();
    await states.next();
    for (let number = 1; number <= 200; number += 1) {
      await sandbox.fetch("http://sandbox/api/v2/lead-lists", {
        headers: { authorization: `Bearer ${sandbox.keys.full}` },
      });
    }
    let events = 1;
    for (let state = await states.next(); state.requests < 200; state = await states.next()) events += 1;
    expect(events).toBeLessThan(50);
    await states.cancel();
  });

  test("is available in process, and ends with the sandbox there too", async () => {
    sandbox = await startSandbox();
    const states = new States(await sandbox.fetch("http://sandbox/_sandbox/events"));
    const over = await watch();
    expect((await states.next()).mails).toBe(0);
    await over.next();
    sandbox.load("replies");
    expect((await states.next()).mails).toBeGreaterThan(10);
    await sandbox.close();
    await expect(states.until(() => false)).rejects.toThrow();
    await expect(over.until(() => false)).rejects.toThrow();
  });

  test("shows that the clock is moving, while other requests get responses", async () => {
    sandbox = await startSandbox({ limits: "off", scenario: "pages" });
    const states = await watch();
    await states.next();
    sandbox.generateLeads({ count: 20_000, campaign: await campaignId() });
    await post(`/api/v2/campaigns/${await campaignId()}/activate`, {});
    const moved = post("/_sandbox/clock", { runUntilIdle: true }).then((response) => response.json());
    const moving = await states.until(({ advancing }) => advancing !== null);
    expect(moving.advancing).toMatchObject({ to: null });
    // A change of the state waits for the end of the move; a look does not.
    const overview = await (await fetch(`${sandbox.url}/_sandbox/clock`)).json();
    expect(overview).toHaveProperty("now");
    const report = await moved;
    expect(report).toMatchObject({ pending: 0 });
    expect((await states.until(({ advancing, mails }) => advancing === null && mails > 0)).pending).toBe(0);
    await states.cancel();
  });
});

async function campaignId(): Promise<string> {
  const response = await fetch(`${sandbox.url}/_sandbox/campaigns`);
  const { campaigns } = (await response.json()) as { campaigns: { id: string }[] };
  return campaigns[0]?.id ?? "";
}

describe("a slow client", () => {
  test("gets only the latest state, once it reads again", async () => {
    sandbox = await startSandbox();
    const feed = new ChangeFeed();
    let revision = 0;
    const stream = new EventStream(
      feed,
      () => ({ revision }) as LiveState,
      () => {},
    );
    const written: string[] = [];
    let drained = (): void => {};
    let isSlow = true;
    stream.connect({
      write: (text) => {
        written.push(text);
        return !isSlow;
      },
      onDrain: (listener) => {
        drained = listener;
      },
      onClose: () => {},
    });
    for (; revision < 100; revision += 1) {
      feed.changed();
      if (revision % 25 === 0) await new Promise((resolve) => setTimeout(resolve, 120));
    }
    expect(written).toHaveLength(1);
    await new Promise((resolve) => setTimeout(resolve, 150));
    isSlow = false;
    drained();
    expect(written).toHaveLength(2);
    expect(written[1]).toContain('{"revision":100}');
    stream.close();
  });

  test("costs the feed nothing after it has gone", async () => {
    sandbox = await startSandbox();
    const feed = new ChangeFeed();
    const stream = new EventStream(
      feed,
      () => ({}) as LiveState,
      () => {},
    );
    let gone = (): void => {};
    stream.connect({
      write: () => true,
      onDrain: () => {},
      onClose: (listener) => {
        gone = listener;
      },
    });
    expect(feed.listeners).toBe(1);
    gone();
    expect(feed.listeners).toBe(0);
  });

  test("that only connects and never reads does not keep the sandbox from closing", async () => {
    sandbox = await startSandbox();
    const { port, host } = new URL(sandbox.url);
    const socket = connect(Number(port), "127.0.0.1");
    socket.on("error", () => {}).pause();
    socket.write(`GET /_sandbox/events HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
    await expect.poll(async () => (await fetch(`${sandbox.url}/_sandbox/clock`)).status).toBe(200);
    await sandbox.close();
    socket.destroy();
  });
});
