import { hexOfBytes } from '~/core/hex-of-bytes';

/** The keys derived from a room's secret: the name by which the broker knows the room, and the encryption key that the broker never has. */
export interface RoomKeys {
  /** 32 lower-case hex digits: part of every topic, and the user name for the broker's access list. */
  room: string;
  key: CryptoKey;
}

const salt = new TextEncoder().encode('runsheet live 1');
const info = (use: string) => ({ name: 'HKDF', hash: 'SHA-256', salt, info: new TextEncoder().encode(use) });

/** Derives a room's name and key from its secret, by HKDF-SHA-256 [LV2]. The key cannot be taken out of the browser's hands. */
export async function deriveKeys(subtle: SubtleCrypto, secret: Uint8Array): Promise<RoomKeys> {
  const root = await subtle.importKey('raw', Uint8Array.from(secret), 'HKDF', false, ['deriveBits', 'deriveKey']);
  const bits = await subtle.deriveBits(info('room'), root, 128);
  const aes = { name: 'AES-GCM', length: 256 };
  const key = await subtle.deriveKey(info('key'), root, aes, false, ['encrypt', 'decrypt']);
  return { room: hexOfBytes(new Uint8Array(bits)), key };
}
