import { chooseRun, endRun } from '~/stores/acts';
import { dismissNotice, showNotice } from '~/stores/notices';
import { $received } from '~/stores/received';
import type { Words } from '~/words/en';
import { choicesFor } from '~/client/desk/choose-received';
import { announce } from './announce';

/** Says that a shared run is looked at, with the choices that end that. */
export function offerChoice(words: Words): void {
  const received = $received.get();
  announce(words.said.chooseFirst);
  if (received?.kind !== 'run') return;
  showNotice({ id: 'refused', text: words.said.chooseHere, choices: choicesFor(received.run, words) });
}

/** Says that the run has ended, and offers a new one or this one again; `again` repeats there what was asked for. */
export function offerOpening(words: Words, again?: () => void): void {
  const way = (label: string, open: () => unknown) => ({
    label,
    choose: () => {
      dismissNotice('refused');
      open();
      again?.();
    },
  });
  announce(words.said.hasEnded);
  showNotice({
    id: 'refused',
    text: words.said.openHow,
    choices: [way(words.menu.newRun, () => chooseRun(undefined)), way(words.menu.reopen, () => endRun(false))],
  });
}
