import { compareRuns, type Difference } from '~/core/exchange/compare-runs';
import type { Structure } from '~/core/page/structure';
import { isMarkKey, type Entry } from '~/core/run/entry';
import { isMark } from '~/core/page/page';
import type { Run } from '~/core/run/run';
import type { Words } from '~/words/en';
import { say } from '~/words/say';
import { stampOf } from '~/client/text/clock-text';
import { fieldText, itemText } from '~/client/text/gone-text';
import { whenAndWho } from '~/client/text/when-and-who';

interface Props {
  mine: Run;
  theirs: Run;
  structure: Structure;
  words: Words;
}

function nameOf({ subject }: Difference, structure: Structure, words: Words): string {
  switch (subject.kind) {
    case 'mark':
      return itemText(structure, subject.item, words);
    case 'note':
      return `${words.row.note}: ${itemText(structure, subject.item, words)}`;
    case 'field':
      return fieldText(structure, subject.field, words);
    case 'hold':
      return `${words.hold.title}: ${subject.role}`;
    case 'title':
      return words.menu.title;
    default:
      return subject.kind;
  }
}

interface SideProps {
  entry: Entry | undefined;
  wins: boolean;
  /** Start of the reader's own run: a time of another day than that says so. */
  start: number;
  words: Words;
}

function Side({ entry, wins, start, words }: SideProps) {
  if (entry === undefined) return <td>{words.shared.none}</td>;
  const value = isMarkKey(entry.key) && isMark(entry.value) ? words.mark[entry.value] : entry.value;
  return (
    <td data-wins={wins || undefined}>
      {value || words.shared.none} <small>{whenAndWho(entry, (minute) => stampOf(minute, start))}</small>
      {wins && <b class="hidden">, {words.shared.wins}</b>}
    </td>
  );
}

/** The changes that merging would make: both sides' rows that differ, side by side, the one that will win in bold. */
export default function Differences({ mine, theirs, structure, words }: Props) {
  const { differences } = compareRuns(mine, theirs, structure);
  if (differences.length === 0) return <p>{words.shared.same}</p>;
  return (
    <details open={differences.length <= 12}>
      <summary>{say(words.shared.differences, { n: differences.length })}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.shared.what}</th>
            <th scope="col">{words.shared.mine}</th>
            <th scope="col">{words.shared.theirs}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map((difference) => (
            <tr key={difference.key}>
              <th scope="row">{nameOf(difference, structure, words)}</th>
              <Side entry={difference.mine} wins={difference.winner === 'mine'} start={mine.start} words={words} />
              <Side entry={difference.theirs} wins={difference.winner === 'theirs'} start={mine.start} words={words} />
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
