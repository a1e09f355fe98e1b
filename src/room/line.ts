import type { RoomKeys } from '~/core/room/keys';
import { sealPayload } from '~/core/room/payload';
import type { Message } from '~/core/room/room';
import { topicsOf } from '~/core/room/topic';
import { connectBroker, type Connection } from './broker';
import { makeInbox } from './inbox';
import { reachBroker, type Reached } from './reach';

/** An event that a line tells its member: some of those that a room knows. */
export type LineEvent =
  | { kind: 'connected' }
  | { kind: 'disconnected'; trouble?: 'unreachable' | 'refused' | undefined }
  | { kind: 'heard'; messages: readonly Message[] }
  | { kind: 'trouble'; trouble: 'too-big' };

/** A text for a topic of the room. */
interface Letter {
  topic: string;
  text: string;
}

/** A member's line to the broker: over it goes at most one connection at a time. */
export interface Line {
  connect: () => void;
  disconnect: () => void;
  /** Requests once more everything that the broker keeps. */
  subscribe: () => void;
  /** Sends a text that the broker keeps for some seconds. */
  keep: (letter: Letter, seconds: number) => void;
  /** Sends a text to those who are there now. */
  say: (letter: Letter) => void;
}

interface LineOptions {
  broker: string;
  keys: RoomKeys;
  /** The message that the broker sends for a member that is gone without a word. */
  farewell: Letter;
  /** A broker that was reached out to already, for the first connection. */
  reached: Reached | undefined;
}

const { crypto } = globalThis;

/** Makes a line, not yet connected. What is sent is sealed and sent in its order; what is heard is opened and told in its order. */
export function createLine({ broker, keys, farewell, reached }: LineOptions, tell: (event: LineEvent) => void): Line {
  let connection: Connection | undefined;
  let outbox = Promise.resolve();
  let firstReached = reached;
  /** Counts connections: a message still under way for an earlier one is dropped. */
  let attempt = 0;

  const seal = (letter: Letter) =>
    sealPayload(crypto.subtle, keys.key, { ...letter, nonce: crypto.getRandomValues(new Uint8Array(12)) });

  async function connect(): Promise<void> {
    const mine = ++attempt;
    const isMine = () => mine === attempt;
    const ahead = firstReached ?? reachBroker(broker);
    firstReached = undefined;
    const bye = await seal(farewell);
    if (!bye.ok) throw new Error('a farewell that does not fit a message');
    const address = {
      url: broker,
      room: keys.room,
      topics: topicsOf(keys.room),
      farewell: { topic: farewell.topic, message: bye.value },
    };
    // The page may go while the library is being loaded.
    await ahead.library;
    if (!isMine()) return ahead.close();
    const made = await connectBroker(address, ahead, {
      open: () => isMine() && tell({ kind: 'connected' }),
      hear: makeInbox(keys, (messages) => isMine() && tell({ kind: 'heard', messages })),
      lost: (trouble) => isMine() && tell({ kind: 'disconnected', trouble }),
    });
    if (isMine()) connection = made;
    else made.close();
  }

  function send(letter: Letter, how: (connection: Connection, message: Uint8Array) => void): void {
    const sealed = seal(letter);
    const mine = attempt;
    const post = async () => {
      const message = await sealed;
      if (!message.ok) tell({ kind: 'trouble', trouble: 'too-big' });
      else if (connection && mine === attempt) how(connection, message.value);
    };
    // A failed publication does not hold up the next one: its echo will be missed, and it is sent again.
    outbox = outbox.then(post, post);
  }

  return {
    connect: () => void connect().catch(() => tell({ kind: 'disconnected', trouble: 'unreachable' })),
    disconnect: () => {
      attempt++;
      connection?.close();
      connection = undefined;
    },
    subscribe: () => connection?.subscribe(),
    keep: (letter, seconds) => send(letter, (to, message) => to.keep(letter.topic, message, seconds)),
    say: (letter) => send(letter, (to, message) => to.say(letter.topic, message)),
  };
}
