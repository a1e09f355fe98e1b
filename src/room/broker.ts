import type { IClientOptions, IClientPublishOptions, MqttClient } from 'mqtt';

/*
 * The connection to an MQTT broker over WebSocket: one attempt, without a memory. It is subscribed when it is open, and it never
 * reconnects: coming back means joining again, and the room decides when. The library is imported with the first attempt.
 */

/** The broker's address, the room's user name and topics, and the message that the broker sends to the others if the connection breaks. */
export interface Address {
  url: string;
  room: string;
  topics: string;
  farewell: { topic: string; message: Uint8Array };
}

export interface Heard {
  topic: string;
  message: Uint8Array;
  /** Seconds until the broker drops the message, if the broker states them. */
  left: number | undefined;
}

export interface Listener {
  open: () => void;
  hear: (heard: Heard) => void;
  /** Called once. `refused`: the broker answered and refused the connection. */
  lost: (why: 'unreachable' | 'refused') => void;
}

export interface Connection {
  /** Keeps a message at its topic; `keep`: seconds, if the broker supports an expiry. */
  keep: (topic: string, message: Uint8Array, keep: number) => void;
  say: (topic: string, message: Uint8Array) => void;
  /** Requests once more everything that the broker keeps. */
  subscribe: () => unknown;
  close: () => void;
}

const attemptFor = 10_000;
const pingEvery = 25_000;
const silentFor = 60_000;

/** MQTT 5 is tried first; if a broker accepts the connection but not the protocol, 3.1.1 is next. */
let version: 4 | 5 = 5;

/** True if the room's name is sent as the user name, for an access list; a broker that knows only users of its own gets none. */
let isNamed = true;

/** Returns whether the broker refused the connection, and not because of the protocol version. */
const isRefusal = (error: Error): boolean =>
  'code' in error && typeof error.code === 'number' && error.code !== 1 && error.code !== 0x84;

function optionsOf({ room, farewell }: Address, protocolVersion: 4 | 5): IClientOptions {
  const id = crypto.getRandomValues(new Uint8Array(8));
  return {
    protocolVersion,
    clientId: `rs${[...id].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`,
    ...(isNamed && { username: room }),
    clean: true,
    keepalive: 120,
    connectTimeout: attemptFor,
    reconnectPeriod: 0,
    resubscribe: false,
    // The library's own timer is a worker from a blob, which the page's policy forbids.
    timerVariant: 'native',
    will: { topic: farewell.topic, payload: farewell.message as Buffer, qos: 0, retain: false },
  };
}

/** Pings, and treats a connection that has long been silent as lost. Returns the function that stops it. */
function watchSilence(client: MqttClient): () => void {
  let heardAt = Date.now();
  client.on('packetreceive', () => (heardAt = Date.now()));
  const timer = setInterval(() => {
    if (Date.now() - heardAt > silentFor) client.end(true);
    else client.sendPing();
  }, pingEvery);
  return () => clearInterval(timer);
}

/**
 * Tries to connect, and subscribes. Messages that arrive before the broker has granted the subscription are passed on afterwards, in order.
 */
export async function connectBroker(address: Address, listener: Listener): Promise<Connection> {
  // In browsers the library has only its default export.
  const { default: mqtt } = await import('mqtt');
  let client: MqttClient;
  let early: Heard[] | undefined = [];
  let isOver = false;

  const finish = (why: 'unreachable' | 'refused') => {
    if (isOver) return;
    isOver = true;
    client.end(true);
    listener.lost(why);
  };

  const subscribe = () =>
    void client.subscribe(address.topics, { qos: 0 }, (error, granted) => {
      if (isOver) return;
      if (error || granted?.some(({ qos }) => qos >= 128)) return finish('refused');
      const waiting = early;
      early = undefined;
      if (waiting === undefined) return;
      listener.open();
      waiting.forEach(listener.hear);
    });

  const attempt = () => {
    const tried = version;
    let [opened, welcomed, refused] = [true, false, false];
    client = mqtt.connect(address.url, optionsOf(address, tried));
    const endWatch = watchSilence(client);
    client.stream.once('error', () => (opened = welcomed));
    client.on('error', (error) => (refused = isRefusal(error)));
    client.on('connect', () => {
      welcomed = true;
      subscribe();
    });
    client.on('message', (topic, message, { properties }) => {
      const heard = { topic, message: Uint8Array.from(message), left: properties?.messageExpiryInterval };
      if (early) early.push(heard);
      else if (!isOver) listener.hear(heard);
    });
    client.on('close', () => {
      endWatch();
      if (isOver) return;
      if (!welcomed && opened && !refused && tried === 5) version = 4;
      else if (refused && isNamed) isNamed = false;
      else return finish(refused ? 'refused' : 'unreachable');
      attempt();
    });
  };
  attempt();

  /**
   * Publishes a message. A client that has lost its connection, and is about to report that, sends nothing: the echo will be missed, and
   * the message is sent again.
   */
  const publish = (topic: string, message: Uint8Array, options: IClientPublishOptions) => {
    if (!isOver && client.connected) client.publish(topic, message as Buffer, options);
  };

  return {
    keep: (topic, message, keep) => {
      const properties = version === 5 && { properties: { messageExpiryInterval: keep } };
      publish(topic, message, { qos: 1, retain: true, ...properties });
    },
    say: (topic, message) => publish(topic, message, { qos: 0, retain: false }),
    subscribe: () => client.connected && subscribe(),
    close: () => {
      if (isOver) return;
      isOver = true;
      const { topic, message } = address.farewell;
      if (client.connected) client.publish(topic, message as Buffer, { qos: 0 });
      client.end();
    },
  };
}
