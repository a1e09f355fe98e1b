import type { Changes } from '~/core/revision/changes';
import type { Rewording } from '~/core/revision/rewording';
import type { Field, Item } from '~/core/page/page';
import { leavesBeneath, type Structure } from '~/core/page/structure';
import type { Entry } from '~/core/run/entry';
import { readSubject } from '~/core/run/subject';
import { moveEntries, moveField, spreadEntries } from '~/core/run/moving';
import { addEntries, type Run } from '~/core/run/run';
import type { View } from '~/core/run/view';
import { nowMinute } from '~/stores/clock';
import { takeIn } from '~/stores/acts';
import { $own } from '~/stores/run';
import { sayOutcome } from '~/client/acts/say-outcome';
import type { Words } from '~/words/en';
import { say } from '~/words/say';
import { dateOf } from '~/client/text/date-text';
import { fieldText, itemText } from '~/client/text/gone-text';

interface Props {
  view: View;
  gone: readonly Entry[];
  outgrown: readonly Entry[];
  proposals: ReadonlyMap<string, Rewording>;
  /** The fields that gone ones may have become. */
  fields: ReadonlyMap<string, Rewording<Field>>;
  changes: Changes;
  words: Words;
  /** Shows again the choices that are still open. */
  refresh: () => void;
}

/** Keeps the reader's choice: enters what the given function makes of the run. */
type Keep = (entriesOf: (run: Run) => readonly Entry[]) => void;

/** Enters the ticks that the reader chose to keep, and says so. */
const makeKeep =
  ({ tray }: Words, refresh: () => void): Keep =>
  (entriesOf) => {
    const run = $own.get();
    if (run === undefined) return;
    void sayOutcome(takeIn(addEntries(run, entriesOf(run))), tray.kept);
    refresh();
  };

/** Moves the ticks of gone items to those they were reworded to; only ever at the reader's request. */
const moveTicks =
  (moves: readonly [gone: string, to: Item][]) =>
  (run: Run): Entry[] =>
    moves.flatMap(([gone, to]) => moveEntries(run, gone, to.id, nowMinute()));

/** Moves the value of a gone field to the one that it was reworded to. */
const moveFieldTo =
  (gone: string, { id }: Field) =>
  (run: Run): Entry[] =>
    moveField(run, gone, id, nowMinute());

/** An item's text and the heading that it stood under, where only that tells it from another one. */
function placedText(structure: Structure, id: string, words: Words): string {
  const heading = id.includes('--') ? structure.past.items.get(id)?.headings[0] : undefined;
  return [itemText(structure, id, words), heading].filter((part) => part !== undefined).join(' · ');
}

function describe(structure: Structure, entry: Entry, words: Words): string {
  const subject = readSubject(entry);
  if (subject.kind === 'mark')
    return `${placedText(structure, subject.item, words)}: ${words.export.marks[subject.mark]}`;
  if (subject.kind === 'note')
    return `${placedText(structure, subject.item, words)}, ${words.row.note}: ${entry.value}`;
  if (subject.kind === 'field') return `${fieldText(structure, subject.field, words)}: ${entry.value}`;
  return subject.kind === 'hold' ? `${subject.role}: ${words.hold[subject.answer || 'go']}` : entry.value;
}

const Stamp = ({ at, by }: Entry) => <small>{`${dateOf(at)} ${by}`.trim()}</small>;

interface ChoicesProps {
  gone: string;
  to: readonly Item[];
  structure: Structure;
  words: Words;
  keep: Keep;
}

/** The new items that a gone one may have become, each with a button that keeps its tick there. */
function Choices({ gone, to, structure, words, keep }: ChoicesProps) {
  const [only] = to;
  if (to.length === 1 && only !== undefined) {
    return (
      <p>
        {words.tray.reworded} <a href={`#${only.id}`}>{only.text}</a>{' '}
        <button type="button" class="button" onClick={() => keep(moveTicks([[gone, only]]))}>
          {words.tray.keep}
        </button>
      </p>
    );
  }
  const titles = new Map(structure.page.sections.map(({ anchor, title }) => [anchor, title]));
  return (
    <>
      <p>{words.tray.choose}</p>
      <ul>
        {to.map((item, i) => {
          const twins = to.filter(({ section }) => section === item.section);
          const ordinal = twins.length > 1 ? ` (${twins.indexOf(item) + 1}/${twins.length})` : '';
          const place = `${titles.get(item.section) ?? ''}${ordinal}`;
          return (
            <li key={item.id}>
              <a id={`ui:choice-${gone}-${i}`} href={`#${item.id}`}>
                {[item.text, place].filter((part) => part !== '').join(' · ')}
              </a>{' '}
              <button
                type="button"
                class="button"
                aria-describedby={`ui:choice-${gone}-${i}`}
                onClick={() => keep(moveTicks([[gone, item]]))}
              >
                {words.tray.keepHere}
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** The fields that a gone one may have become, each with a button that keeps its value there. */
function FieldChoices({ gone, to, structure, words, keep }: Omit<ChoicesProps, 'to'> & { to: readonly Field[] }) {
  const titles = new Map(structure.page.sections.map(({ anchor, title }) => [anchor, title]));
  return to.map((field) => (
    <p key={field.id}>
      {words.tray.reworded}{' '}
      <a href={`#${field.section}`}>{[field.label, titles.get(field.section)].filter(Boolean).join(' · ')}</a>{' '}
      <button type="button" class="button" onClick={() => keep(moveFieldTo(gone, field))}>
        {words.tray.keepField}
      </button>
    </p>
  ));
}

/** Items that were marked before they had steps: the old mark, and a button that gives it to the open steps. */
function Outgrown({ outgrown, view, words, keep }: Pick<Props, 'outgrown' | 'view' | 'words'> & { keep: Keep }) {
  const { structure, marks } = view;
  return (
    <>
      <h3>{words.tray.outgrown}</h3>
      <p class="soft">{words.tray.outgrownWhat}</p>
      <ul>
        {outgrown.map((entry) => {
          const group = entry.key.slice('mark/'.length);
          const n = leavesBeneath(structure, group).filter(({ id }) => marks.get(id) === 'todo').length;
          return (
            <li key={entry.key}>
              <a href={`#${group}`}>{describe(structure, entry, words)}</a> <Stamp {...entry} />
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

/** The run's entries about items that the page no longer has, which of them may only have been reworded, and the new items. */
export default function Tray({ view, gone, outgrown, proposals, fields, changes, words, refresh }: Props) {
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
        {gone.length > 0 ? words.tray.title : words.tray.changed}
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
              {describe(structure, entry, words)} <Stamp {...entry} />
              {proposal && <Choices gone={id} to={proposal.to} {...{ structure, words, keep }} />}
              {field && subject.kind === 'field' && (
                <FieldChoices gone={subject.field} to={field.to} {...{ structure, words, keep }} />
              )}
            </li>
          );
        })}
      </ul>
      {clear.length > 1 && (
        <button type="button" class="button main" onClick={() => keep(moveTicks(clear))}>
          {say(words.tray.keepAll, { n: clear.length })}
        </button>
      )}
      {outgrown.length > 0 && <Outgrown {...{ outgrown, view, words, keep }} />}
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
