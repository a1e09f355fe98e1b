import type { IClientPublishOptions, MqttClient } from 'mqtt';
import type { Reached } from './reach';
import { firstWay, nextWay, optionsOf, rememberWay, type Address, type Ending } from './way';

/*
 * The connection to an MQTT broker over WebSocket: one attempt, without a memory. It is subscribed when it is open, and it never
 * reconnects: coming back means joining again, and the room decides when.
 */

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

/** A broker that has not granted the subscription after so long (ms) is left, and tried again later. */
const grantWithin = 10_000;

/** A connection without the room's name on which nothing is heard for so long (ms), not even its own greeting, is refused in all but word. */
const greetingWithin = 10_000;
const pingEvery = 25_000;

/**
 * Pings, and treats a connection on which nothing came since the last ping as lost: a network that is gone says nothing. Pings count, not
 * seconds, because browsers let the timers of hidden pages wait. Returns the function that stops it.
 */
function watchSilence(client: MqttClient): () => void {
  let isAnswered = true;
  client.on('packetreceive', () => (isAnswered = true));
  const timer = setInterval(() => {
    if (!isAnswered) return void client.end(true);
    isAnswered = false;
    client.sendPing();
  }, pingEvery);
  return () => clearInterval(timer);
}

/** Notes how an attempt to connect goes, for the choice of the next way. */
function noteEnding(client: MqttClient): Ending {
  const ending: Ending = { isOpened: true, isWelcomed: false, error: undefined };
  client.stream.once('error', () => (ending.isOpened = ending.isWelcomed));
  client.on('error', (error) => (ending.error = error));
  client.on('connect', () => (ending.isWelcomed = true));
  return ending;
}

/**
 * Tries to connect, and subscribes. Messages that arrive before the broker has granted the subscription are passed on afterwards, in order.
 */
export async function connectBroker(address: Address, reached: Reached, listener: Listener): Promise<Connection> {
  const mqtt = await reached.library;
  let client: MqttClient;
  let way = firstWay();
  let early: Heard[] | undefined = [];
  let isOver = false;
  let isHeard = false;
  /** Runs while the broker owes an answer: the grant of the subscription, then without the room's name the greeting. */
  let patience: ReturnType<typeof setTimeout> | undefined;

  const finish = (why: 'unreachable' | 'refused') => {
    if (isOver) return;
    isOver = true;
    clearTimeout(patience);
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
      clearTimeout(patience);
      if (!way.isNamed) patience = setTimeout(() => isHeard || finish('refused'), greetingWithin);
      listener.open();
      waiting.forEach(listener.hear);
    });

  const attempt = () => {
    client = mqtt.connect(address.url, optionsOf(address, way, reached.takeSocket()));
    const ending = noteEnding(client);
    const endWatch = watchSilence(client);
    client.on('connect', () => {
      // A broker that is out of order may answer pings, and nothing else.
      patience = setTimeout(finish, grantWithin, 'unreachable');
      subscribe();
    });
    client.on('message', (topic, message, { properties }) => {
      if (!isHeard) rememberWay(way);
      isHeard = true;
      const heard = { topic, message: Uint8Array.from(message), left: properties?.messageExpiryInterval };
      if (early) early.push(heard);
      else if (!isOver) listener.hear(heard);
    });
    client.on('close', () => {
      endWatch();
      clearTimeout(patience);
      if (isOver) return;
      const next = nextWay(way, ending);
      if (typeof next === 'string') return finish(next);
      way = next;
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
      const properties = way.version === 5 && { properties: { messageExpiryInterval: keep } };
      publish(topic, message, { qos: 1, retain: true, ...properties });
    },
    say: (topic, message) => publish(topic, message, { qos: 0, retain: false }),
    subscribe: () => client.connected && subscribe(),
    close: () => {
      if (isOver) return;
      isOver = true;
      clearTimeout(patience);
      const { topic, message } = address.farewell;
      if (client.connected) client.publish(topic, message as Buffer, { qos: 0 });
      client.end();
    },
  };
}
