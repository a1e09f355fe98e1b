import { $trouble, type Trouble } from '~/stores/trouble';
import { $journal } from '~/stores/journal-state';
import { keepHeld } from '~/stores/keep-held';
import { keepNow } from '~/stores/other-tabs';
import { isOnlyHere } from '~/stores/only-here';
import { $view } from '~/stores/run';
import { announce } from '~/client/acts/announce';
import type { Words } from '~/words/en';
import { loadWords } from '~/words/load';
import { say } from '~/words/say';
import { downloadJson } from '~/client/desk/exports';
import { addressOfRuns } from '~/stores/site-addresses';
import { dismissNotice, showNotice } from '~/stores/notices';

/** A run that is nowhere but on this page is not left by accident: the browser asks first. */
const askBeforeLeaving = (event: BeforeUnloadEvent): void => {
  if (isOnlyHere()) event.preventDefault();
};

/** The interval at which the runs in memory are written again while storage refuses them, in milliseconds. */
const pause = 3000;

let trying: ReturnType<typeof setInterval> | undefined;

function tryAgain(): void {
  keepNow();
  keepHeld();
}

function textOf(trouble: Trouble, { trouble: words }: Words): string {
  if (trouble.kind === 'refused') return $journal.get() === 'kept' ? words.second : words.refused;
  if (trouble.kind !== 'aside') return words[trouble.kind];
  return say(words.aside, { n: trouble.keys.length, keys: trouble.keys.join(', ') });
}

/**
 * Reports trouble with storage, and offers a way out: the run as a file, the list of what was set aside, or the page anew. Withdraws the
 * report once storage works again.
 */
export async function tellTrouble(trouble: Trouble | undefined): Promise<void> {
  const isRefused = trouble?.kind === 'refused';
  const worksAgain = !isRefused && trying !== undefined;
  clearInterval(trying);
  trying = isRefused ? setInterval(tryAgain, pause) : undefined;
  if (isRefused) addEventListener('beforeunload', askBeforeLeaving);
  else removeEventListener('beforeunload', askBeforeLeaving);
  if (trouble === undefined) dismissNotice('trouble');
  const words = await loadWords();
  if (worksAgain) announce(words.trouble.again);
  // The journal says in a moment whether there is a second copy: then this is called again.
  if (trouble === undefined || $trouble.get() !== trouble || (isRefused && $journal.get() === 'opening')) return;
  const download = { label: words.menu.downloadJson, choose: () => downloadJson($view.get()) };
  const waysOut = {
    refused: [download],
    newer: [{ label: words.offline.reload, choose: () => location.reload() }],
    aside: [{ label: words.menu.runs, choose: () => location.assign(addressOfRuns) }],
    rewritten: [],
  };
  showNotice({ id: 'trouble', text: textOf(trouble, words), isTrouble: true, choices: waysOut[trouble.kind] });
}

$journal.listen(() => $trouble.get()?.kind === 'refused' && void tellTrouble($trouble.get()));
