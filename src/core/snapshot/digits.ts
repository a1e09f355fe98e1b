const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

const valueOf = new Map(Array.from(alphabet, (digit, value) => [digit, value]));

/** Bytes in a block; a block's digits. The last block of `n` bytes takes as many digits as 8n bits need. */
const blockBytes = 32;
const blockDigits = 43;
const digitsFor = (bytes: number) => Math.ceil((8 * bytes) / Math.log2(62));
const bytesFor = new Map(Array.from({ length: blockBytes }, (_, i) => [digitsFor(i + 1), i + 1]));

/** A whole number as `length` digits, big-endian; `undefined` if it does not fit. */
export function writeNumber(value: number | bigint, length: number): string | undefined {
  let rest = BigInt(value);
  let digits = '';
  for (let i = 0; i < length; i++) {
    digits = alphabet.charAt(Number(rest % 62n)) + digits;
    rest /= 62n;
  }
  return rest === 0n ? digits : undefined;
}

/** The number that digits stand for. The caller has made sure that they are digits. */
export const readNumber = (digits: string): bigint =>
  Array.from(digits).reduce((sum, digit) => sum * 62n + BigInt(valueOf.get(digit) ?? 0), 0n);

/** Bytes as letters and digits [SN2]. */
export function writeBytes(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += blockBytes) {
    const block = bytes.subarray(i, i + blockBytes);
    const value = block.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
    text += writeNumber(value, digitsFor(block.length)) ?? '';
  }
  return text;
}

/** The bytes of a text of letters and digits, or `undefined` if no bytes are written so. */
export function readBytes(text: string): Uint8Array | undefined {
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i += blockDigits) {
    const digits = text.slice(i, i + blockDigits);
    const size = bytesFor.get(digits.length);
    if (size === undefined) return undefined;
    const value = readNumber(digits);
    if (value >> BigInt(8 * size)) return undefined;
    for (let byte = size - 1; byte >= 0; byte--) bytes.push(Number((value >> BigInt(8 * byte)) & 255n));
  }
  return Uint8Array.from(bytes);
}
