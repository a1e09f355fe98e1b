import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { connectBroker } from '~/room/broker';
import type { Reached } from '~/room/reach';

const address = {
  url: 'ws://localhost:9/mqtt',
  room: 'f'.repeat(32),
  topics: `rs/1/${'f'.repeat(32)}/#`,
  farewell: { topic: 'x', message: new Uint8Array() },
};

/** A client as the library makes it, of which the test is the network. */
function makeClient() {
  const client = Object.assign(new EventEmitter(), {
    stream: new EventEmitter(),
    connected: true,
    sendPing: vi.fn(),
    end: vi.fn(() => void client.emit('close')),
    subscribe: (_topics: unknown, _options: unknown, answer: (error: null, granted: { qos: number }[]) => void) =>
      answer(null, [{ qos: 0 }]),
  });
  return client;
}

/** Somebody whom the broker has welcomed by way of a client, and who has asked for the room's messages. */
async function knock(client: ReturnType<typeof makeClient>) {
  const listener = { open: vi.fn(), hear: vi.fn(), lost: vi.fn() };
  const reached = { library: Promise.resolve({ connect: () => client }), takeSocket: () => undefined };
  await connectBroker(address, reached as unknown as Reached, listener);
  client.emit('connect');
  return listener;
}

/** Somebody who has connected by way of a client. */
async function connect(client: ReturnType<typeof makeClient>) {
  const listener = await knock(client);
  expect(listener.open).toHaveBeenCalledOnce();
  return listener;
}

describe('[LV15] a connection', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('is kept as long as its pings are answered, however late browsers let timers of hidden pages fire', async () => {
    const client = makeClient();
    const listener = await connect(client);
    for (let n = 1; n <= 10; n++) {
      vi.advanceTimersByTime(25_000);
      expect(client.sendPing).toHaveBeenCalledTimes(n);
      vi.setSystemTime(Date.now() + 120_000);
      client.emit('packetreceive', { cmd: 'pingresp' });
    }
    expect(listener.lost).not.toHaveBeenCalled();
  });

  test('on which a ping stays unanswered until the next is lost, and told as such once', async () => {
    const client = makeClient();
    const listener = await connect(client);
    vi.advanceTimersByTime(49_999);
    expect(listener.lost).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(listener.lost.mock.calls).toEqual([['unreachable']]);
    vi.advanceTimersByTime(100_000);
    expect(listener.lost).toHaveBeenCalledOnce();
  });
});

describe('[LV15] a broker that answers pings, and nothing else,', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('is given up after a while: nobody waits for ever for a room that is never granted', async () => {
    const client = makeClient();
    client.subscribe = vi.fn();
    const listener = await knock(client);
    client.sendPing.mockImplementation(() => void client.emit('packetreceive', { cmd: 'pingresp' }));
    vi.advanceTimersByTime(9999);
    expect(listener.lost).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(listener.lost.mock.calls).toEqual([['unreachable']]);
    expect(listener.open).not.toHaveBeenCalled();
  });

  test('is asked for the room once more by somebody who is in it, and is not left for saying nothing', async () => {
    const client = makeClient();
    const listener = { open: vi.fn(), hear: vi.fn(), lost: vi.fn() };
    const reached = { library: Promise.resolve({ connect: () => client }), takeSocket: () => undefined };
    const connection = await connectBroker(address, reached as unknown as Reached, listener);
    client.emit('connect');
    client.sendPing.mockImplementation(() => void client.emit('packetreceive', { cmd: 'pingresp' }));
    client.subscribe = vi.fn();
    connection.subscribe();
    vi.advanceTimersByTime(60_000);
    expect(client.subscribe).toHaveBeenCalledOnce();
    expect(listener.lost).not.toHaveBeenCalled();
  });
});

describe('[LV14] a broker that is reached', () => {
  const opened: { url: string; readyState: number; close: () => void }[] = [];

  beforeEach(() => {
    vi.resetModules();
    opened.splice(0);
    vi.stubGlobal('document', {});
    vi.stubGlobal(
      'WebSocket',
      class {
        static readonly OPEN = 1;
        readyState = 0;
        constructor(
          readonly url: string,
          readonly protocol: string,
        ) {
          if (url.startsWith('ftp:')) throw new Error('not allowed');
          opened.push(this);
        }
        close() {
          this.readyState = 3;
        }
      },
    );
  });
  afterEach(() => void vi.unstubAllGlobals());

  const reach = async (url: string) => (await import('~/room/reach')).reachBroker(url);

  test('has a socket opened before the library is there, which is given to the first connection alone', async () => {
    const { takeSocket, library } = await reach('ws://localhost:9/mqtt');
    expect(opened).toMatchObject([{ url: 'ws://localhost:9/mqtt', protocol: 'mqtt' }]);
    expect(takeSocket()).toBe(opened[0]);
    expect(takeSocket()).toBeUndefined();
    expect(typeof (await library).connect).toBe('function');
  });

  test('gives no socket that has failed meanwhile or may not be opened, and closes the one that nobody takes', async () => {
    const failed = await reach('ws://localhost:9/mqtt');
    opened[0]?.close();
    expect(failed.takeSocket()).toBeUndefined();
    expect((await reach('ftp://localhost/')).takeSocket()).toBeUndefined();
    const unused = await reach('ws://localhost:9/mqtt');
    unused.close();
    expect(opened[1]?.readyState).toBe(3);
    expect(unused.takeSocket()).toBeUndefined();
  });
});
