import type { Run } from '~/core/run/run';
import { keepSeparate, takeIn } from '~/stores/acts';
import type { Outcome } from '~/stores/permit';
import { closeReceived } from '~/stores/received';
import { $own } from '~/stores/run';
import { dismissNotice } from '~/stores/notices';
import type { Words } from '~/words/en';
import { standAtNext } from '~/client/acts/stand-at-next';
import { announce } from '~/client/acts/announce';
import { dropLink } from './decided-link';

interface Choice {
  label: string;
  choose: () => void;
}

/** Ends the view of the received run, and removes the link from the address. */
export function leaveReceived(): void {
  dropLink();
  closeReceived();
  dismissNotice('refused');
}

/**
 * Returns the choices for a received run, the likeliest first: a reader without a run of the page continues it; a link of
 * the reader's own run is merged; any other is kept apart. Afterwards the page stands at Next.
 */
export function choicesFor(run: Run, { shared: words }: Words): Choice[] {
  const own = $own.get();
  const take = (act: (run: Run) => Outcome, said: string) => () => {
    leaveReceived();
    if (act(run) === 'ok') announce(said);
    standAtNext();
  };
  if (own === undefined) return [{ label: words.continue, choose: take(keepSeparate, words.continued) }];
  const merge = { label: words.merge, choose: take(takeIn, words.merged) };
  const keep = { label: words.keep, choose: take(keepSeparate, words.kept) };
  return own.id === run.id ? [merge, keep] : [keep, merge];
}
