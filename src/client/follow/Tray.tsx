import type { Changes } from '~/core/revision/changes';
import type { Rewording } from '~/core/revision/rewording';
import type { Field, Item } from '~/core/page/page';
import type { Entry } from '~/core/run/entry';
import { readSubject } from '~/core/run/subject';
import type { View } from '~/core/run/view';
import type { Words } from '~/words/en';
import { say } from '~/words/say';
import { entryText, placedText } from './entry-text';
import { makeKeep, moveTicks } from './keep-ticks';
import Stamp from './Stamp';
import { Choices, FieldChoices } from './TrayChoices';
import TrayOutgrown from './TrayOutgrown';

interface Props {
  view: View;
  gone: readonly Entry[];
  /** Entries about what came to the page after the version that is shown. */
  later: readonly Entry[];
  outgrown: readonly Entry[];
  proposals: ReadonlyMap<string, Rewording>;
  /** The fields that gone ones may have become. */
  fields: ReadonlyMap<string, Rewording<Field>>;
  changes: Changes;
  words: Words;
  /** Shows again the choices that are still open. */
  refresh: () => void;
}

/** The run's entries about items that the page no longer has, which of them may only have been reworded, and the new items. */
export default function Tray({ view, gone, later, outgrown, proposals, fields, changes, words, refresh }: Props) {
  const { structure } = view;
  const { added, removed } = changes;
  const keep = makeKeep(words, refresh);
  const clear = [...proposals].flatMap(([id, { to, isClear }]): [string, Item][] =>
    isClear && to[0] !== undefined ? [[id, to[0]]] : [],
  );
  const offered = new Set<string>();
  return (
    <section class="shared tray" aria-labelledby="ui:tray-title">
      <h2 id="ui:tray-title" tabIndex={-1}>
        {gone.length > 0 ? words.tray.title : later.length > 0 ? words.tray.later : words.tray.changed}
      </h2>
      {gone.length > 0 && <p class="soft">{words.tray.what}</p>}
      <ul>
        {gone.map((entry) => {
          const subject = readSubject(entry);
          const id = 'item' in subject ? subject.item : '';
          const proposal = offered.has(id) ? undefined : proposals.get(id);
          offered.add(id);
          const field = subject.kind === 'field' ? fields.get(subject.field) : undefined;
          return (
            <li key={entry.key}>
              {entryText(structure, entry, words)} <Stamp {...entry} />
              {proposal && <Choices gone={id} to={proposal.to} {...{ structure, words, keep }} />}
              {field && subject.kind === 'field' && (
                <FieldChoices gone={subject.field} to={field.to} {...{ structure, words, keep }} />
              )}
            </li>
          );
        })}
      </ul>
      {later.length > 0 && (
        <>
          {gone.length > 0 && <h3>{words.tray.later}</h3>}
          <p class="soft">{words.tray.laterWhat}</p>
          <ul>
            {later.map((entry) => (
              <li key={entry.key}>
                {entryText(structure, entry, words)} <Stamp {...entry} />
              </li>
            ))}
          </ul>
        </>
      )}
      {clear.length > 1 && (
        <button type="button" class="button main" onClick={() => keep(moveTicks(clear))}>
          {say(words.tray.keepAll, { n: clear.length })}
        </button>
      )}
      {outgrown.length > 0 && <TrayOutgrown {...{ outgrown, view, words, keep }} />}
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
              <li key={id}>{placedText(structure, id, words)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
