import { buildPage, type Part } from '~/core/page/outline';
import { fieldKinds, marks, type FieldKind, type Mark, type Page } from '~/core/page/page';
import { textOf } from './text-of';

const among = <T extends string>(known: readonly T[], value: string | undefined, otherwise: T): T =>
  known.find((one) => one === value) ?? otherwise;

/** The list's number on the page, by the list. */
type Lists = Map<Element | null, number>;

/** The author's number of a step: it stands with the text of a task, and on the element of a step that is no task. */
function numberOf(step: Element | null | undefined): number | undefined {
  const place = step?.matches('[data-item]') ? step.querySelector('.text') : step;
  const number = place?.getAttribute('data-number') ?? null;
  return number === null ? undefined : Number(number);
}

function readItem(row: HTMLElement, lists: Lists): Part {
  const list = row.parentElement;
  if (!lists.has(list)) lists.set(list, lists.size);
  return {
    item: {
      id: row.id,
      text: textOf(row.querySelector('.text')),
      parent: row.parentElement?.closest<HTMLElement>('[data-item]')?.id,
      list: lists.get(list) ?? 0,
      ordered: list?.localName === 'ol',
      number: numberOf(row),
      lastNumber: numberOf(list?.lastElementChild),
      ...(list?.dataset.outer && { outer: Number(list.dataset.outer) }),
      initial: among<Mark>(marks, row.dataset.initial, 'todo'),
    },
  };
}

function readField(field: HTMLElement): Part {
  return {
    field: {
      id: field.dataset.field ?? '',
      label: field.dataset.label ?? field.getAttribute('aria-label') ?? field.parentElement?.textContent ?? '',
      kind: among<FieldKind>(fieldKinds, field.dataset.kind, 'text'),
      options: [...field.querySelectorAll('input')].map(({ value }) => value),
    },
  };
}

function readPart(element: HTMLElement, lists: Lists): Part {
  const { item, field, hold, contingency, triggers = '' } = element.dataset;
  if (item !== undefined) return readItem(element, lists);
  if (field !== undefined) return readField(element);
  if (contingency !== undefined) return { contingency: { section: contingency, triggers: triggers.split(' ') } };
  if (hold === undefined) {
    return { heading: { anchor: element.id, title: textOf(element), depth: Number(element.localName[1]) } };
  }
  const roles = [...element.querySelectorAll<HTMLElement>('[data-role]')].map((role) => role.dataset.role ?? '');
  return { hold: { after: hold, roles } };
}

/** Reads the page from its static HTML, as the build wrote it. */
export function readPage(root: HTMLElement, { id, title }: Pick<Page, 'id' | 'title'>): Page {
  const lists: Lists = new Map();
  const parts = 'h2[id],h3[id],h4[id],h5[id],h6[id],h1[id],[data-item],[data-field],[data-hold],[data-contingency]';
  return buildPage(
    { id, title },
    [...root.querySelectorAll<HTMLElement>(parts)]
      // A heading that is an item's own text begins no section.
      .filter((element) => element.matches('[data-item]') || element.closest('.row') === null)
      .map((element) => readPart(element, lists)),
  );
}
