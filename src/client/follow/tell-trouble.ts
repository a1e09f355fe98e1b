import type { Trouble } from '~/stores/trouble';
import { $own, $view, keepNow } from '~/stores/run';
import { announce } from '~/client/acts/announce';
import { loadWords } from '~/words/load';
import { say } from '~/words/say';
import { downloadJson } from '~/client/desk/exports';
import { dismissNotice, showNotice } from '~/stores/notices';

/** A run that is nowhere but on this page is not left by accident: the browser asks first. */
const askBeforeLeaving = (event: BeforeUnloadEvent): void => {
  if ($own.get() !== undefined) event.preventDefault();
};

/** The interval at which the run in memory is written again while storage refuses it, in milliseconds. */
const pause = 3000;

let trying: ReturnType<typeof setInterval> | undefined;

/**
 * Reports trouble with storage, and offers a way out: the run as a file, or the page anew. Withdraws the report once storage works
 * again.
 */
export async function tellTrouble(trouble: Trouble | undefined): Promise<void> {
  const isRefused = trouble?.kind === 'refused';
  const worksAgain = !isRefused && trying !== undefined;
  clearInterval(trying);
  trying = isRefused ? setInterval(keepNow, pause) : undefined;
  if (isRefused) addEventListener('beforeunload', askBeforeLeaving);
  else removeEventListener('beforeunload', askBeforeLeaving);
  if (trouble === undefined) dismissNotice('trouble');
  const words = await loadWords();
  if (worksAgain) announce(words.trouble.again);
  if (trouble === undefined) return;
  const text =
    trouble.kind === 'aside'
      ? say(words.trouble.aside, { n: trouble.keys.length, keys: trouble.keys.join(', ') })
      : words.trouble[trouble.kind];
  const waysOut = {
    refused: [{ label: words.menu.downloadJson, choose: () => downloadJson($view.get()) }],
    newer: [{ label: words.offline.reload, choose: () => location.reload() }],
    aside: [],
    rewritten: [],
  };
  showNotice({ id: 'trouble', text, isTrouble: true, choices: waysOut[trouble.kind] });
}
