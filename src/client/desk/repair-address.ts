/** A character of an address, as it is or escaped once or more: "#" is "%23", then "%2523". */
const sign = (plain: string, code: string) => `(?:${plain}|%(?:25)*${code})`;

/** The page's path, an escaped `?run`, an escaped `#run=`, and the letters and digits that the link is made of. */
const broken = new RegExp(
  `^(/.*?)(?:index\\.html)?(?:${sign('\\?', '3F')}run)?%(?:25)*23run${sign('=', '3D')}([0-9A-Za-z]+)`,
  'i',
);

/**
 * The address that a shared link had before a chat or mail tool escaped its "#": from "/runbooks/release/%23run=…" the page's
 * path with "?run#run=…" after it. `address`: path and query, as they came. Undefined for any other address.
 */
export function repairAddress(address: string): string | undefined {
  const [, path, snapshot] = broken.exec(address) ?? [];
  if (path === undefined || snapshot === undefined || path.includes('?')) return undefined;
  return `${path.replace(/\/*$/, '')}/?run#run=${snapshot}`;
}
