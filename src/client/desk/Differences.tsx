import { useMemo, useState } from 'preact/hooks';
import { compareRuns } from '~/core/exchange/compare-runs';
import type { Structure } from '~/core/page/structure';
import type { Entry } from '~/core/run/entry';
import type { Run } from '~/core/run/run';
import type { Words } from '~/words/en';
import { say } from '~/words/say';
import { stampOf } from '~/client/text/clock-text';
import { saidText, subjectText } from '~/client/text/difference-text';
import { whenAndWho } from '~/client/text/when-and-who';

interface Props {
  mine: Run;
  theirs: Run;
  structure: Structure;
  words: Words;
}

interface SideProps {
  entry: Entry | undefined;
  wins: boolean;
  /** The start of the reader's own run: times of another day name it. */
  start: number;
  words: Words;
}

function Side({ entry, wins, start, words }: SideProps) {
  if (entry === undefined) return <td>{words.shared.none}</td>;
  return (
    <td data-wins={wins || undefined}>
      {saidText(entry, words) || words.shared.none}{' '}
      <small>{whenAndWho(entry, (minute) => stampOf(minute, start))}</small>
      {wins && <b class="hidden">, {words.shared.wins}</b>}
    </td>
  );
}

/** The number of rows up to which they are unfolded from the start. */
const few = 12;

/** The changes that merging would make: both sides' rows that differ, side by side, the one that will win in bold. Thousands are drawn only once they are asked for. */
export default function Differences({ mine, theirs, structure, words }: Props) {
  const { differences } = useMemo(() => compareRuns(mine, theirs, structure), [mine, theirs, structure]);
  const [isUnfolded, setUnfolded] = useState(differences.length <= few);
  const { start } = mine;
  if (differences.length === 0) return <p>{words.shared.same}</p>;
  return (
    <details open={isUnfolded} onToggle={({ currentTarget }) => setUnfolded(currentTarget.open)}>
      <summary>{say(words.shared.differences, { n: differences.length })}</summary>
      {isUnfolded && (
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
                <th scope="row">{subjectText(difference.subject, structure, words)}</th>
                <Side entry={difference.mine} wins={difference.winner === 'mine'} {...{ start, words }} />
                <Side entry={difference.theirs} wins={difference.winner === 'theirs'} {...{ start, words }} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}
