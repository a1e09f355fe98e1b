import { readParts } from './placeholder';

/** Characters of a value that mean the same in an address as in the value. */
const kept = /%(?:3A|2F|2C|3D|2B)/g;

/** The schemes that a link may have once a value is in it. */
const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:', 'ssh:', 'sftp:']);

/** Tells whether what comes next is still the address's scheme or host, which a value must not leave. */
const isBeforePath = (address: string): boolean => /^(?:[a-z][a-z0-9+.-]*:)?(?:\/\/[^/?#]*)?$/i.test(address);

/**
 * Fills an address in [VA4]: `undefined` where one of its values is missing, or where the result leads elsewhere than the author wrote.
 * `valueOf`: the value that may go into code, or an empty text.
 */
export function fillAddress(
  template: string,
  isDeclared: (name: string) => boolean,
  valueOf: (name: string) => string,
): string | undefined {
  let address = '';
  for (const part of readParts(template, isDeclared)) {
    if (typeof part === 'string') {
      address += part;
      continue;
    }
    const value = valueOf(part.name);
    if (value === '') return undefined;
    const encoded = encodeURIComponent(value);
    if (address === '') address = /^https?:\/\//i.test(value) ? encoded.replace(kept, decodeURIComponent) : encoded;
    // In a host, a slash or an at sign would lead to another one.
    else if (isBeforePath(address)) address += encoded.replace(/%3A(?=\d+$)/, ':');
    else address += encoded.replace(kept, decodeURIComponent);
  }
  if (!/^[a-z][a-z0-9+.-]*:/i.test(address)) return address;
  return URL.canParse(address) && schemes.has(new URL(address).protocol) ? address : undefined;
}
