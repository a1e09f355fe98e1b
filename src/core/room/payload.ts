import { ok, refuse, type Result } from '~/core/result';
import { roomCaps } from './caps';
import { deflate, inflate } from './deflate';

/** The reasons why a message cannot be read: a closed list. */
export type PayloadRefusal = 'too-big' | 'newer' | 'unreadable';

const version = 1;
const nonceBytes = 12;
const headBytes = 3;
const block = 64;
const kinds = { plain: 0, deflated: 1 } as const;

/** Prepends the length and kind to a body and pads it with zeros: the broker must not see its exact length. */
function pad(kind: number, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array(Math.ceil((headBytes + body.length) / block) * block);
  padded.set([body.length >> 8, body.length & 255, kind]);
  padded.set(body, headBytes);
  return padded;
}

const cipher = (topic: string, iv: Uint8Array<ArrayBuffer>) => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(topic),
});

/**
 * Encrypts a text as the message of a topic [LV4]: it can be opened under that topic alone. `nonce`: 12 random bytes, never used twice. A
 * text beyond the limit of a message is `too-big`.
 */
export async function sealPayload(
  subtle: SubtleCrypto,
  key: CryptoKey,
  { topic, text, nonce }: { topic: string; text: string; nonce: Uint8Array },
): Promise<Result<Uint8Array, 'too-big'>> {
  const plain = new TextEncoder().encode(text);
  if (plain.length > roomCaps.body) return refuse('too-big');
  const packed = await deflate(plain);
  const padded = packed.length < plain.length ? pad(kinds.deflated, packed) : pad(kinds.plain, plain);
  const iv = Uint8Array.from(nonce);
  const sealed = new Uint8Array(await subtle.encrypt(cipher(topic, iv), key, padded));
  const message = Uint8Array.from([version, ...iv, ...sealed]);
  return message.length > roomCaps.message ? refuse('too-big') : ok(message);
}

/** Decrypts a message that arrived under a topic, or returns the reason why it cannot be read. */
export async function openPayload(
  subtle: SubtleCrypto,
  key: CryptoKey,
  { topic, message }: { topic: string; message: Uint8Array },
): Promise<Result<string, PayloadRefusal>> {
  if (message.length > roomCaps.message) return refuse('too-big');
  const iv = Uint8Array.from(message.subarray(1, 1 + nonceBytes));
  if (iv.length < nonceBytes) return refuse('unreadable');
  if (message[0] !== version) return refuse(Number(message[0]) > version ? 'newer' : 'unreadable');
  try {
    const sealed = Uint8Array.from(message.subarray(1 + nonceBytes));
    const padded = new Uint8Array(await subtle.decrypt(cipher(topic, iv), key, sealed));
    const [high = 0, low = 0, kind] = padded;
    const end = headBytes + high * 256 + low;
    if (padded.length % block || end > padded.length || padded.subarray(end).some(Boolean)) return refuse('unreadable');
    const body = padded.slice(headBytes, end);
    if (kind !== kinds.plain && kind !== kinds.deflated) return refuse('newer');
    const plain = kind === kinds.plain ? body : await inflate(body, roomCaps.body);
    return plain === undefined ? refuse('too-big') : ok(new TextDecoder('utf-8', { fatal: true }).decode(plain));
  } catch {
    return refuse('unreadable');
  }
}
