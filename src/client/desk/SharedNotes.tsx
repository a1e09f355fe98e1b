import type { Structure } from '~/core/page/structure';
import { findGone } from '~/core/run/gone';
import { stateOf, type Run } from '~/core/run/run';
import { readSubject } from '~/core/run/subject';
import type { ReceivedRun } from '~/stores/received';
import { answerText } from '~/client/text/difference-text';
import { goneText } from '~/client/text/gone-text';
import type { Words } from '~/words/en';
import { say } from '~/words/say';

interface Props {
  received: ReceivedRun;
  /** The run as its reader would take it over. */
  run: Run;
  structure: Structure;
  words: Words;
}

/** What of a received run has no place on the page, or answers what the page does not ask, and what of its file could not be read. */
export default function SharedNotes({ received: { gone, later, unknown, notes }, run, structure, words }: Props) {
  // A page's revision file remembers no holds: whether they are gone, or came later, nobody knows.
  const unasked = findGone(structure, stateOf(run)).filter((entry) => readSubject(entry).kind === 'hold');
  const listed = (ids: readonly string[]) => ({
    n: ids.length,
    items: ids.map((id) => goneText(structure, id, words)).join('; '),
  });
  return (
    <>
      {gone.length > 0 && <p>{say(words.shared.gone, listed(gone))}</p>}
      {later.length > 0 && <p>{say(words.shared.later, listed(later))}</p>}
      {unasked.length > 0 && (
        <p>
          {say(words.shared.unasked, {
            n: unasked.length,
            answers: unasked.map((entry) => answerText(entry, structure, words)).join('; '),
          })}
        </p>
      )}
      {unknown > 0 && <p>{say(words.shared.unknown, { n: unknown })}</p>}
      {notes.length > 0 && (
        <ul>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </>
  );
}
