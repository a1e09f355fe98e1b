import type { Field, Item } from '~/core/page/page';
import type { Structure } from '~/core/page/structure';
import type { Words } from '~/words/en';
import { type Keep, moveFieldTo, moveTicks } from './keep-ticks';

interface ChoicesProps {
  gone: string;
  to: readonly Item[];
  structure: Structure;
  words: Words;
  keep: Keep;
}

/** The new items that a gone one may have become, each with a button that keeps its tick there. */
export function Choices({ gone, to, structure, words, keep }: ChoicesProps) {
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
export function FieldChoices({
  gone,
  to,
  structure,
  words,
  keep,
}: Omit<ChoicesProps, 'to'> & { to: readonly Field[] }) {
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
