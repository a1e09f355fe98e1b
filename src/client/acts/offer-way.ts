import type { ReadableAtom } from 'nanostores';
import { findEnd } from '~/core/run/ending';
import { chooseRun, endRun } from '~/stores/acts';
import { dismissNotice, showNotice } from '~/stores/notices';
import { $received } from '~/stores/received';
import { $view } from '~/stores/run';
import type { Words } from '~/words/en';
import { choicesFor } from '~/client/desk/choose-received';
import { announce } from './announce';

/** Stops watching whether the notice is still so. */
let unwatch = () => {};

/** Takes the notice back once it is not so any more: somebody else may have opened the run again, or the reader gone another way. */
function dismissOnce<Value>(store: ReadableAtom<Value>, isOver: (value: Value) => boolean): void {
  unwatch();
  unwatch = store.listen((value) => {
    if (!isOver(value)) return;
    unwatch();
    dismissNotice('refused');
  });
}

/** Says that a shared run is being viewed, and offers the choices that end the view. */
export function offerChoice(words: Words): void {
  const received = $received.get();
  announce(words.said.chooseFirst);
  if (received?.kind !== 'run') return;
  showNotice({ id: 'refused', text: words.said.chooseHere, choices: choicesFor(received.run, words) });
  dismissOnce($received, (now) => now !== received);
}

/** Says that the run has ended, and offers a new one or this one again; `again` then repeats the act that was refused. */
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
  dismissOnce($view, ({ state }) => findEnd(state) === undefined);
}
