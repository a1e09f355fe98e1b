/** Bytes as lower-case hex digits, two a byte. */
export const hexOfBytes = (bytes: Iterable<number>): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
