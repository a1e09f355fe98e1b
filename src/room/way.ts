import type { IClientOptions } from 'mqtt';
import { hexOfBytes } from '~/core/hex-of-bytes';
import { OpenSocket } from './open-socket';

/*
 * The ways in which a broker may want to be addressed. Not every broker speaks MQTT 5, and one that knows only users of its own refuses the
 * room's name as a user name. The full way is tried first, then what the broker's answer suggests. A lesser way is remembered once something
 * was heard on it, and for a while only: a refusal may have been a passing one, and without its name a page is heard by no access list.
 */

/** The broker's address, the room's user name and topics, and the message that the broker sends to the others if the connection breaks. */
export interface Address {
  url: string;
  room: string;
  topics: string;
  farewell: { topic: string; message: Uint8Array };
}

export interface Way {
  version: 4 | 5;
  /** True if the room's name is sent as the user name, for an access list. */
  isNamed: boolean;
}

/** The end of an attempt: whether the socket was opened, whether the broker accepted the connection, and the error that was reported. */
export interface Ending {
  isOpened: boolean;
  isWelcomed: boolean;
  error: Error | undefined;
}

const fullWay: Way = { version: 5, isNamed: true };
const rememberFor = 10 * 60_000;
const attemptFor = 10_000;

/** Codes of an answer: the protocol version is not spoken (3.1.1 and 5), or this user name is not accepted. */
const versionCodes = [1, 0x84];
const nameCodes = [4, 5, 0x86, 0x87];

let known = { way: fullWay, until: 0 };

/** Returns the way to try first: the one that worked last, for as long as it is remembered. */
export const firstWay = (): Way => (Date.now() < known.until ? known.way : fullWay);

let keep: (text: string) => void = () => undefined;

/** Remembers a way on which the broker passed something on. */
export function rememberWay(way: Way): void {
  if (way === known.way) return;
  known = { way, until: Date.now() + rememberFor };
  keep(`${String(way.version)}${way.isNamed ? ' named ' : ' '}${String(known.until)}`);
}

/** Takes up the way that an earlier page has kept, if it is still to be remembered, and has `keepText` keep those that are found from now on. */
export function recallWay(text: string | undefined, keepText: (text: string) => void): void {
  keep = keepText;
  const [, version, named, end] = /^([45])( named)? (\d{1,15})$/.exec(text ?? '') ?? [];
  const until = Number(end);
  if (version === undefined || until > Date.now() + rememberFor || until <= known.until) return;
  known = { way: { version: version === '4' ? 4 : 5, isNamed: named !== undefined }, until };
}

/** The way to try after an attempt that was not welcomed, or the reason why there is none. */
export function nextWay(way: Way, { isOpened, isWelcomed, error }: Ending): Way | 'unreachable' | 'refused' {
  const code = error && 'code' in error && typeof error.code === 'number' ? error.code : undefined;
  const isRefused = code !== undefined && !versionCodes.includes(code);
  if (isRefused && way.isNamed && nameCodes.includes(code)) return { ...way, isNamed: false };
  if (isRefused) return 'refused';
  return way.version === 5 && isOpened && !isWelcomed ? { ...way, version: 4 } : 'unreachable';
}

/** The library's options for an attempt. `socket`: one that was opened ahead of it. */
export function optionsOf(
  { room, farewell }: Address,
  { version, isNamed }: Way,
  socket: OpenSocket | undefined,
): IClientOptions {
  return {
    protocolVersion: version,
    clientId: `rs${hexOfBytes(crypto.getRandomValues(new Uint8Array(8)))}`,
    ...(isNamed && { username: room }),
    clean: true,
    keepalive: 120,
    connectTimeout: attemptFor,
    reconnectPeriod: 0,
    resubscribe: false,
    // The library's own timer is a worker from a blob, which the page's policy forbids.
    timerVariant: 'native',
    // Its table of all 65,536 numbers costs a phone's joiner a tenth of a second and more.
    writeCache: false,
    // In Node.js the library uses a socket of its own.
    ...(typeof document !== 'undefined' && {
      createWebsocket: (url, protocols) => socket ?? new OpenSocket(url, protocols),
    }),
    will: { topic: farewell.topic, payload: farewell.message as Buffer, qos: 0, retain: false },
  };
}
