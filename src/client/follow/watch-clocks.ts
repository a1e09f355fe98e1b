import type { Run } from '~/core/run/run';
import { nowMinute } from '~/stores/clock';
import { $notices, dismissNotice, showNotice } from '~/stores/notices';
import { $view } from '~/stores/run';
import { loadWords } from '~/words/load';
import type { Words } from '~/words/en';
import { say } from '~/words/say';
import { whenOf } from '~/client/text/when-text';

/** Clocks that differ by less mislead nobody, in minutes. */
const tolerance = 5;

/** The longest delay of a look, in minutes: browsers count its milliseconds in 31 bits. */
const longestDelay = 24 * 60;

/** The run whose reader was told. */
let told = '';

const isShown = (): boolean => $notices.get().some(({ id }) => id === 'clocks');

/** Says up to when entries of a run are dated; not again to a reader who has dismissed it. */
function sayAhead({ id, entries }: Run, now: number, { notices }: Words): void {
  if (told === id && !isShown()) return;
  told = id;
  showNotice({ id: 'clocks', text: say(notices.clocks, { when: whenOf(entries.at(-1)?.at ?? now, now) }) });
}

/**
 * Says where the run that is shown has entries of a clock that is ahead of this one: the hours that the page names are not all those at
 * which something was done.
 */
export async function watchClocks(): Promise<void> {
  const words = await loadWords();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(timer);
    const { run } = $view.get();
    const now = nowMinute();
    const ahead = (run?.entries.at(-1)?.at ?? now) - now;
    if (run === undefined || ahead <= tolerance) {
      if (isShown()) told = '';
      return dismissNotice('clocks');
    }
    timer = setTimeout(look, Math.min(ahead, longestDelay) * 60_000);
    sayAhead(run, now, words);
  };
  $view.subscribe(look);
}
