/**
 * What the extension knows of the language server: typed messages, and whether it runs. The language client behind
 * it is a bundle of its own (`dist/client.js`), loaded after `activate` has returned. Knows no editor.
 */
import type { Message } from '../protocol/lsp.ts';
import { Emitter, type Listen, type Subscription } from './emitter.ts';

export type ServerState = 'starting' | 'running' | 'stopped';

export type FileChange = 'changed' | 'deleted';

/** One running language client; made anew for each start. */
export interface Connection {
  request<P, R>(message: Message<string, P, R>, params: P): Promise<R>;
  onNotification<P>(message: Message<string, P, void>, handler: (params: P) => void): Subscription;
  notify<P>(message: Message<string, P, void>, params: P): Promise<void>;
  /** Tells of files as a file watcher would. */
  filesChanged(uris: readonly string[], change: FileChange): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** How a connection tells that the server came or went by itself. */
export interface ConnectionEvents {
  readonly stateChanged: (state: ServerState) => void;
}

/** Says that there is no server to ask; an expected outcome. */
export class ServerGone extends Error {
  override readonly name = 'ServerGone';
}

/** A connection that may not be there yet, may stop, and may start again. */
export class ServerLink {
  readonly #connect: (events: ConnectionEvents) => Promise<Connection>;
  readonly #states = new Emitter<ServerState>();
  readonly #handlers: ((connection: Connection) => Subscription)[] = [];
  #subscriptions: Subscription[] = [];
  #connection: Connection | undefined;
  #state: ServerState = 'stopped';
  #turn: Promise<void> = Promise.resolve();

  readonly onDidChangeState: Listen<ServerState> = this.#states.event;

  /** `connect` makes a connection that is not started yet; it may reject. */
  constructor(connect: (events: ConnectionEvents) => Promise<Connection>) {
    this.#connect = connect;
  }

  get state(): ServerState {
    return this.#state;
  }

  /** Handlers outlive a restart. */
  onNotification<P>(message: Message<string, P, void>, handler: (params: P) => void): void {
    const attach = (connection: Connection) => connection.onNotification(message, handler);
    this.#handlers.push(attach);
    if (this.#connection !== undefined) this.#subscriptions.push(attach(this.#connection));
  }

  /** Rejects with `ServerGone` where no server runs. */
  async request<P, R>(message: Message<string, P, R>, params: P): Promise<R> {
    const connection = this.#connection;
    if (connection === undefined || this.#state !== 'running')
      throw new ServerGone('The server is not running');
    return connection.request(message, params);
  }

  /** Tells something, where there is somebody to tell. */
  async notify<P>(message: Message<string, P, void>, params: P): Promise<void> {
    if (this.#state === 'running') await this.#connection?.notify(message, params);
  }

  /** Tells of files that the editor's own watchers do not tell of. */
  async filesChanged(uris: readonly string[], change: FileChange): Promise<void> {
    if (this.#state === 'running') await this.#connection?.filesChanged(uris, change);
  }

  /** Starts and restarts wait for each other. Rejects where the server does not start. */
  restart(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#stop();
      this.#set('starting');
      try {
        const connection = await this.#connect({
          stateChanged: (state) => {
            if (this.#connection === connection) this.#set(state);
          },
        });
        this.#connection = connection;
        this.#subscriptions = this.#handlers.map((attach) => attach(connection));
        await connection.start();
        this.#set('running');
      } catch (error) {
        this.#set('stopped');
        throw error;
      }
    });
  }

  stop(): Promise<void> {
    return this.#inTurn(() => this.#stop());
  }

  #inTurn(act: () => Promise<void>): Promise<void> {
    const turn = this.#turn.then(act);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #stop(): Promise<void> {
    const connection = this.#connection;
    this.#connection = undefined;
    for (const subscription of this.#subscriptions.splice(0)) subscription.dispose();
    if (connection === undefined) return;
    this.#set('stopped');
    // A server that is gone already can't be asked to stop.
    await connection.stop().catch(() => undefined);
  }

  #set(state: ServerState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#states.fire(state);
  }
}
