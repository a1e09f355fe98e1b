import type { Trouble } from '~/stores/trouble';
import { $own, $view } from '~/stores/run';
import { loadWords } from '~/words/load';
import { say } from '~/words/say';
import { downloadJson } from '~/client/desk/exports';
import { dismissNotice, showNotice } from '~/stores/notices';

/** A run that is nowhere but on this page is not left by accident: the browser asks first. */
const askBeforeLeaving = (event: BeforeUnloadEvent): void => {
  if ($own.get() !== undefined) event.preventDefault();
};

/**
 * Says what is wrong with storage, and offers the way out: the run as a file, or the page anew. Takes it back once storage works
 * again.
 */
export async function tellTrouble(trouble: Trouble | undefined): Promise<void> {
  if (trouble?.kind === 'refused') addEventListener('beforeunload', askBeforeLeaving);
  else removeEventListener('beforeunload', askBeforeLeaving);
  if (trouble === undefined) return dismissNotice('trouble');
  const words = await loadWords();
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
