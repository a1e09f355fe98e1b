import type { Changes } from '~/core/revision/changes';
import type { Item } from '~/core/page/page';
import { wordsOf } from '~/core/revision/words-of';
import type { Entry } from '~/core/run/entry';
import { readSubject } from '~/core/run/subject';
import { moveEntries } from '~/core/run/moving';
import { addEntries } from '~/core/run/run';
import { nowMinute } from '~/stores/clock';
import { takeIn } from '~/stores/acts';
import { $own } from '~/stores/run';
import { sayOutcome } from '~/client/acts/say-outcome';
import type { Words } from '~/words/en';
import { say } from '~/words/say';
import { dateOf } from '~/client/text/clock-text';

interface Props {
  gone: readonly Entry[];
  proposals: ReadonlyMap<string, Item>;
  changes: Changes;
  words: Words;
}

/** Moves the ticks of gone items to those they were reworded to; only ever because the reader said so. */
function keepTicks(moves: Iterable<[gone: string, to: Item]>, said: string): void {
  const run = $own.get();
  if (run === undefined) return;
  const entries = [...moves].flatMap(([gone, to]) => moveEntries(run, gone, to.id, nowMinute()));
  void sayOutcome(takeIn(addEntries(run, entries)), said);
}

function describe(entry: Entry, words: Words): string {
  const subject = readSubject(entry);
  if (subject.kind === 'mark') return `${wordsOf(subject.item)}: ${words.export.marks[subject.mark]}`;
  if (subject.kind === 'note') return `${wordsOf(subject.item)}, ${words.row.note}: ${entry.value}`;
  if (subject.kind === 'field') return `${wordsOf(subject.field)}: ${entry.value}`;
  return subject.kind === 'hold' ? `${subject.role}: ${words.hold[subject.answer || 'go']}` : entry.value;
}

/** What the run says of items that the page has no longer, which of them may only have been reworded, and what is new. */
export default function Tray({ gone, proposals, changes: { added, removed }, words }: Props) {
  const itemOf = (entry: Entry) => {
    const subject = readSubject(entry);
    return subject.kind === 'mark' ? proposals.get(subject.item) : undefined;
  };
  return (
    <section class="shared tray" aria-labelledby="ui:tray-title">
      <h2 id="ui:tray-title" tabIndex={-1}>
        {gone.length > 0 ? words.tray.title : words.tray.changed}
      </h2>
      {gone.length > 0 && <p class="soft">{words.tray.what}</p>}
      <ul>
        {gone.map((entry) => {
          const to = itemOf(entry);
          const subject = readSubject(entry);
          return (
            <li key={entry.key}>
              {describe(entry, words)} <small>{`${dateOf(entry.at)} ${entry.by}`.trim()}</small>
              {to && subject.kind === 'mark' && (
                <p>
                  {words.tray.reworded} <a href={`#${to.id}`}>{to.text}</a>{' '}
                  <button type="button" class="button" onClick={() => keepTicks([[subject.item, to]], words.tray.kept)}>
                    {words.tray.keep}
                  </button>
                </p>
              )}
            </li>
          );
        })}
      </ul>
      {proposals.size > 1 && (
        <button type="button" class="button main" onClick={() => keepTicks(proposals, words.tray.kept)}>
          {say(words.tray.keepAll, { n: proposals.size })}
        </button>
      )}
      {added.length > 0 && (
        <>
          <h3>{words.tray.added}</h3>
          <ul>
            {added.map(({ id, text }) => (
              <li key={id}>
                <a href={`#${id}`}>{text}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {removed.length > 0 && (
        <>
          <h3>{words.tray.removed}</h3>
          <ul>
            {removed.map((id) => (
              <li key={id}>{wordsOf(id)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
