import { leavesBeneath } from '~/core/page/structure';
import { markedItem, type Entry } from '~/core/run/entry';
import { spreadEntries } from '~/core/run/moving';
import type { View } from '~/core/run/view';
import { nowMinute } from '~/stores/clock';
import type { Words } from '~/words/en';
import { say } from '~/words/say';
import { entryText } from './entry-text';
import type { Keep } from './keep-ticks';
import Stamp from './Stamp';

interface Props {
  outgrown: readonly Entry[];
  view: View;
  words: Words;
  keep: Keep;
}

/** Items that were marked before they had steps: the old mark, and a button that gives it to the open steps. */
export default function TrayOutgrown({ outgrown, view, words, keep }: Props) {
  const { structure, marks } = view;
  return (
    <>
      <h3>{words.tray.outgrown}</h3>
      <p class="soft">{words.tray.outgrownWhat}</p>
      <ul>
        {outgrown.map((entry) => {
          const group = markedItem(entry.key) ?? '';
          const n = leavesBeneath(structure, group).filter(({ id }) => marks.get(id) === 'todo').length;
          return (
            <li key={entry.key}>
              <a href={`#${group}`}>{entryText(structure, entry, words)}</a> <Stamp {...entry} />
              <p>
                <button
                  type="button"
                  class="button"
                  onClick={() => keep((run) => spreadEntries(structure, run, group, nowMinute()))}
                >
                  {say(words.tray.spread, { n })}
                </button>
              </p>
            </li>
          );
        })}
      </ul>
    </>
  );
}
