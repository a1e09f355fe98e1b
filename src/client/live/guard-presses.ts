import { keys, type Entry } from '~/core/run/entry';
import { valueOf } from '~/core/run/run';
import { $view } from '~/stores/run';
import { announce } from '~/client/acts/announce';
import { loadLiveWords } from '~/words/live/load';

/** What came from the room within this time, in milliseconds, had not been seen when a press was decided on. */
const unseen = 700;

/** The key that a press on a box, or on an answer that was given already, would change back. */
function findKey(target: EventTarget | null): string | undefined {
  if (!(target instanceof HTMLElement)) return undefined;
  if (target.matches('.row input')) return keys.mark(target.closest('[data-item]')?.id ?? '');
  const answer = target.closest<HTMLElement>('[data-act=go], [data-act=no-go]');
  if (answer === null) return undefined;
  const hold = answer.closest<HTMLElement>('[data-hold]')?.dataset.hold ?? '';
  const key = keys.hold(hold, answer.closest<HTMLElement>('[data-role]')?.dataset.role ?? '');
  return valueOf($view.get().state, key) === answer.dataset.act ? key : undefined;
}

async function sayUnseen(): Promise<void> {
  const { unseen: sentence } = await loadLiveWords();
  announce(sentence);
}

/**
 * Leaves out a press that would change back what somebody else has entered a moment ago: two people who tick the same item at once both want
 * it ticked. Returns the function that notes what comes from the room.
 */
export function guardPresses(signal: AbortSignal): (entries: readonly Entry[]) => void {
  const heardAt = new Map<string, number>();
  const guard = (event: MouseEvent) => {
    const at = heardAt.get(findKey(event.target) ?? '') ?? -Infinity;
    if (performance.now() > at + unseen) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    void sayUnseen();
  };
  document.addEventListener('click', guard, { capture: true, signal });
  return (entries) => {
    for (const { key } of entries) heardAt.set(key, performance.now());
  };
}
