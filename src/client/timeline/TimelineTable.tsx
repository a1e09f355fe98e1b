import type { Words } from '~/words/en';
import { whenOf } from '~/client/text/when-text';
import type { Happening } from './moments';

interface Props {
  happenings: readonly Happening[];
  words: Words;
}

/** The content of the picture in words: a line for each mark, answer and turn of a contingency. */
export default function TimelineTable({ happenings, words: { timeline: words } }: Props) {
  const last = happenings.at(-1)?.entry.at ?? 0;
  return (
    <details>
      <summary>{words.asTable}</summary>
      {/* eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex -- who has no pointer scrolls it, too */}
      <div class="table" role="group" aria-label={words.events} tabIndex={0}>
        <table class="happenings">
          <caption class="hidden">{words.events}</caption>
          <thead>
            <tr>
              {[words.when, words.what, words.state, words.who, words.section].map((head) => (
                <th scope="col" key={head}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {happenings.map(({ entry, what, state, section, isBad }) => (
              <tr key={`${entry.key} ${entry.at} ${entry.seq} ${state}`} data-bad={isBad || undefined}>
                <td>{whenOf(entry.at, last)}</td>
                <th scope="row">{what}</th>
                <td>{state}</td>
                <td>{entry.by}</td>
                <td>{section}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
