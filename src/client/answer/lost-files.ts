import { signature } from '~/core/search/pagefind-signature';
import { isPacked } from '~/client/acts/fetch-file';

/*
 * Pagefind goes on without a part of the index that it could not get, as if no word stood in it. So what was lost is noted here, and no
 * answer is made of the rest.
 */

/** The parts that could not be had when they were last asked for, each with the number of its loss. */
const lost = new Map<string, number>();
let count = 0;

/** Starts to watch; the function that it returns tells whether a part was lost since then, and has not come meanwhile. */
export function watchLosses(): () => boolean {
  const before = count;
  return () => [...lost.values()].some((at) => at > before);
}

/** Tells whether bytes are a part of the index: some hosts and networks send a page of their own in the place of any file. */
function isPart(bytes: Uint8Array): boolean {
  // Hosts that know its kind may have unpacked it already.
  return isPacked(bytes) || new TextDecoder().decode(bytes.subarray(0, signature.length)) === signature;
}

/** Fetches as `ask` does, and notes the parts of the index that could not be had. */
export const noteLosses =
  (ask: typeof fetch): typeof fetch =>
  async (address, options) => {
    const name = address instanceof Request ? address.url : String(address);
    if (!/\.pf_(?:index|filter)$/.test(name)) return ask(address, options);
    try {
      const answer = await ask(address, options);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      if (!answer.ok || !isPart(bytes)) throw new Error(`${answer.status} for ${name}, without a part of the index`);
      lost.delete(name);
      return new Response(bytes);
    } catch (error) {
      count++;
      lost.set(name, count);
      throw error;
    }
  };
