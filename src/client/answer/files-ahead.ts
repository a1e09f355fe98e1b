/*
 * Files that were sent for before anybody asked for them: Pagefind asks for each only once it has read the one before it, and gets what has
 * come meanwhile.
 */

type Bytes = ArrayBuffer | undefined;

/** The files that are on their way, and the functions that take each. */
const awaited = new Map<string, Promise<Bytes>>();
const takers = new Map<string, (bytes: Bytes) => void>();

/** Notes that a file is on its way. */
export function expectFile(address: string): void {
  awaited.set(address, new Promise((take) => takers.set(address, take)));
}

/** Takes a file that has come, or no bytes where it could not be had. */
export function receiveFile(address: string, bytes: Bytes): void {
  takers.get(address)?.(bytes);
  takers.delete(address);
}

/** Fetches as `ask` does, except what is on its way or has come: that is given once. `base`: the address that others are relative to. */
export const fetchAwaited =
  (ask: typeof fetch, base: string): typeof fetch =>
  async (address, options) => {
    const { href } = new URL(address instanceof Request ? address.url : address, base);
    const coming = awaited.get(href);
    awaited.delete(href);
    const bytes = await coming;
    return bytes ? new Response(bytes) : ask(address, options);
  };
