import type { LiveState } from "../contract/sandbox-views.ts";
import type { ChangeFeed } from "./change-feed.ts";

/** The time between two events for a client. */
const MIN_GAP_MS = 100;
/** The time after a change in which further changes are part of the same event. */
const COALESCE_MS = 10;
const HEARTBEAT_MS = 15_000;
const MAX_CLIENTS = 100;

/** Where the events of a client go. */
interface Sink {
  readonly write: (text: string) => boolean;
  readonly onDrain: (listener: () => void) => void;
  readonly onClose: (listener: () => void) => void;
}

interface Client {
  readonly sink: Sink;
  /** Whether the client is slow. It then gets only the latest state, once it can. */
  isBlocked: boolean;
  isBehind: boolean;
}

/**
 * Sends the state to the clients of `GET /_sandbox/events` after changes: numbers to compare, without any content. Changes
 * in quick succession are one event, and at most one event waits for a client.
 */
export class EventStream {
  readonly #feed: ChangeFeed;
  readonly #read: () => LiveState;
  /** Updates a running clock, so that time passes for those who watch. */
  readonly #catchUp: () => void;
  readonly #clients = new Set<Client>();
  #timer: NodeJS.Timeout | undefined;
  #heartbeat: NodeJS.Timeout | undefined;
  #unlisten: (() => void) | undefined;
  #lastSent = 0;

  constructor(feed: ChangeFeed, read: () => LiveState, catchUp: () => void) {
    this.#feed = feed;
    this.#read = read;
    this.#catchUp = catchUp;
  }

  get isFull(): boolean {
    return this.#clients.size >= MAX_CLIENTS;
  }

  /** Adds a client, and sends it the current state. */
  readonly connect = (sink: Sink): void => {
    const client: Client = { sink, isBlocked: false, isBehind: false };
    this.#clients.add(client);
    if (this.#clients.size === 1) this.#start();
    sink.onDrain(() => {
      client.isBlocked = false;
      if (client.isBehind) this.#write(client, event(this.#read()));
    });
    sink.onClose(() => {
      this.#clients.delete(client);
      if (this.#clients.size === 0) this.close();
    });
    this.#write(client, `retry: 1000\n${event(this.#read())}`);
  };

  /** Stops all timers. The connections are closed by the server. */
  close(): void {
    this.#unlisten?.();
    clearInterval(this.#heartbeat);
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #start(): void {
    this.#unlisten = this.#feed.listen(() => this.#schedule());
    let beats = 0;
    this.#heartbeat = setInterval(() => {
      this.#catchUp();
      beats += 1;
      if (beats % (HEARTBEAT_MS / 1000) !== 0) return;
      for (const client of this.#clients) if (!client.isBlocked) client.isBlocked = !client.sink.write(": alive\n\n");
    }, 1000).unref();
  }

  #schedule(): void {
    if (this.#timer !== undefined) return;
    const wait = Math.max(COALESCE_MS, this.#lastSent + MIN_GAP_MS - performance.now());
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#lastSent = performance.now();
      const text = event(this.#read());
      for (const client of this.#clients) this.#write(client, text);
    }, wait).unref();
  }

  #write(client: Client, text: string): void {
    client.isBehind = client.isBlocked;
    if (!client.isBlocked) client.isBlocked = !client.sink.write(text);
  }
}

function event(state: LiveState): string {
  return `event: state\nid: ${state.instance}-${state.revision}\ndata: ${JSON.stringify(state)}\n\n`;
}
