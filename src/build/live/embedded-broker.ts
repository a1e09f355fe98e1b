import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { Aedes } from 'aedes';
import { createWebSocketStream, WebSocketServer, type WebSocket } from 'ws';

/** A broker of this process, for trying rooms out and for tests. It keeps everything in memory and speaks MQTT 3.1.1. */
export interface EmbeddedBroker {
  url: string;
  port: number;
  /** Drops all connections and stops listening; `start` goes on with the kept messages, or with none. */
  stop: () => Promise<void>;
  start: (options?: { wiped: boolean }) => Promise<void>;
  /** Counts the messages that it keeps, and their bytes. */
  kept: () => Promise<{ messages: number; bytes: number }>;
  /** Forbids to publish, as an access list does: the broker acknowledges and drops. */
  forbid: (isForbidden: boolean) => void;
  /** Refuses the next connections under a name, as a broker does whose list of users cannot be read for a moment. */
  refuse: (times: number) => void;
  /** Publishes something as an attacker would. */
  publish: (topic: string, payload: Buffer) => Promise<void>;
  /** Breaks the newest connection off, without a goodbye. */
  cut: () => void;
  /** The topics at which it keeps something. */
  topics: () => Promise<string[]>;
}

/** The part of the library's store of retained messages that its types leave out. */
type Keeping = Aedes & {
  persistence: { createRetainedStream: (pattern: string) => AsyncIterable<{ topic: string; payload: Buffer }> };
};

/**
 * A stream over a socket that sends what was written in one turn as one message, as other brokers do: the library writes each packet in
 * eight parts, and a browser takes a turn of its own for each.
 */
function openStream(socket: WebSocket): Duplex {
  const stream = createWebSocketStream(socket);
  stream._writev = (parts, done) =>
    stream._write(Buffer.concat(parts.map(({ chunk }: { chunk: Buffer }) => chunk)), 'buffer' as BufferEncoding, done);
  return stream;
}

/** The room that a topic is of: part of its name, and the user name that may use it. */
const roomOf = (topic: string) => topic.split('/')[2];

/** Starts a broker on this machine alone. Port 0: any free one; rejects where the port is taken. Its access list is that of deploy/live: each client has one room. */
export async function startBroker(port = 0): Promise<EmbeddedBroker> {
  let isForbidden = false;
  let refusals = 0;
  const users = new WeakMap<object, string>();
  const make = () =>
    Aedes.createBroker({
      authenticate: (client, username, _password, done) => {
        users.set(client, username ?? '');
        done(null, username === undefined || refusals-- <= 0);
      },
      authorizeSubscribe: (client, subscription, done) =>
        done(null, roomOf(subscription.topic) === users.get(client) ? subscription : null),
      authorizePublish: (client, packet, done) => {
        const isOwn = client === null || roomOf(packet.topic) === users.get(client);
        if (isOwn && !isForbidden) return done(null);
        // Acknowledges and drops the message, as brokers do with one that their access list forbids.
        packet.topic = 'forbidden';
        packet.retain = false;
        done(null);
      },
    });
  let broker = await make();
  let server: Server;
  let listening = port;
  const sockets = new Set<Duplex>();

  const start = async ({ wiped } = { wiped: false }): Promise<void> => {
    if (wiped) {
      await new Promise<void>((closed) => broker.close(closed));
      broker = await make();
    }
    server = createServer((_, response) => void response.writeHead(426).end('MQTT over WebSocket'));
    // Before it is given to the sockets, which would throw its error into nowhere.
    await new Promise<void>((ready, refused) => server.once('error', refused).listen(listening, '127.0.0.1', ready));
    new WebSocketServer({ server, maxPayload: 64 * 1024 }).on('connection', (socket, request) => {
      const stream = openStream(socket);
      sockets.add(stream);
      stream.on('error', () => stream.destroy()).once('close', () => sockets.delete(stream));
      broker.handle(stream, request);
    });
    listening = (server.address() as AddressInfo).port;
  };
  await start();

  const retained = async () => {
    const packets: { topic: string; payload: Buffer }[] = [];
    for await (const packet of (broker as Keeping).persistence.createRetainedStream('#')) packets.push(packet);
    return packets;
  };
  return {
    port: listening,
    url: `ws://localhost:${String(listening)}/mqtt`,
    start,
    stop: async () => {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      sockets.forEach((socket) => socket.destroy());
      await closed;
    },
    kept: async () => {
      const packets = await retained();
      return { messages: packets.length, bytes: packets.reduce((sum, { payload }) => sum + payload.length, 0) };
    },
    topics: async () => (await retained()).map(({ topic }) => topic),
    cut: () => [...sockets].at(-1)?.destroy(),
    forbid: (forbidden) => void (isForbidden = forbidden),
    refuse: (times) => void (refusals = times),
    publish: (topic, payload) =>
      new Promise((done, failed) =>
        broker.publish({ cmd: 'publish', topic, payload, qos: 0, retain: true, dup: false }, (error) =>
          error ? failed(error) : done(),
        ),
      ),
  };
}
