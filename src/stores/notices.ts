import { atom, type ReadableAtom } from 'nanostores';

/*
 * The notices of this page: sentences that the reader should know or decide, without being stopped by them. They last as long as
 * the page, in the order in which they came; the desk shows them.
 */

/** One notice. It stays until it is answered or dismissed. */
export interface Notice {
  /** A later notice of the same id takes its place. */
  id: string;
  text: string;
  /** The item beside whose row the notice stands; else it stands at the edge of the screen. */
  beside?: string;
  /** Something is wrong: such a notice is shown before all others. */
  isTrouble?: boolean;
  /** A line to fill in, and the call that takes the answer. */
  question?: { label: string; submit: string; answer: (text: string) => void };
  choices?: readonly { label: string; choose: () => void }[];
}

const $all = atom<readonly Notice[]>([]);

/** The notices that are shown, in the order in which they came. */
export const $notices: ReadableAtom<readonly Notice[]> = $all;

/** Shows a notice; one of the same id is replaced where it stands. */
export function showNotice(notice: Notice): void {
  const all = $all.get();
  const isKnown = all.some(({ id }) => id === notice.id);
  $all.set(isKnown ? all.map((one) => (one.id === notice.id ? notice : one)) : [...all, notice]);
}

/** Takes a notice away, if it is shown. */
export function dismissNotice(id: string): void {
  const others = $all.get().filter((notice) => notice.id !== id);
  if (others.length < $all.get().length) $all.set(others);
}
