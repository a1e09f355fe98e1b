import type { Mark } from '~/core/checklist/page';
import { $looking, $view, answerHold, fillField, markItem, openPage } from '~/stores/run';
import { $name } from '~/stores/preferences';
import { announce } from '~/stores/status';
import { say } from '~/words/say';
import { sayMarked, type SaidWords } from './announcements';
import { clockOf } from './clock-text';
import { reflectCounts, type CountWords } from './counts';
import type { RowWords } from './paint-row';
import { openPanel } from './panels';
import { readPage } from './read-page';
import { makeReflector } from './reflect';

/** The words that a checklist needs before any panel is open. */
export type ChecklistWords = SaidWords & RowWords & { count: CountWords };

/** Marks an item and says so. While a shared run is looked at, says that a choice comes first. */
export function markAndSay(words: ChecklistWords, id: string, mark: Mark, reason?: string): void {
  if ($looking.get() !== undefined) return announce(words.said.chooseFirst);
  const before = $view.get();
  markItem(id, mark, reason);
  const item = before.structure.items.get(id);
  if (item !== undefined) announce(sayMarked(words, item, mark, before, $view.get()));
}

function answer(button: HTMLElement, words: ChecklistWords): void {
  const after = button.closest<HTMLElement>('[data-hold]')?.dataset.hold ?? '';
  const role = button.closest<HTMLElement>('[data-role]')?.dataset.role ?? '';
  const said = button.dataset.answer === 'go' ? 'go' : 'no-go';
  answerHold(after, role, said);
  announce(say(words.said.held, { role, answer: words.hold[said] }));
}

/** Fills the field that a "Now" or "Sign" button stands beside. */
function fillBeside(button: HTMLElement): void {
  const now = clockOf(Date.now() / 60_000);
  const value = button.matches('.sign') ? `${$name.get()} ${now}`.trim() : now;
  fillField(button.dataset.for ?? '', value);
}

/** Makes the static checklist in `root` live; returns what lets go of it. One listener a kind of event, however many rows. */
export function runChecklist(
  root: HTMLElement,
  page: { id: string; title: string },
  words: ChecklistWords,
): () => void {
  const reflect = makeReflector(root, words);
  const change = ({ target }: Event) => {
    if (!(target instanceof HTMLInputElement)) return;
    const field = target.closest<HTMLElement>('[data-field]')?.dataset.field;
    const row = target.closest<HTMLElement>('[data-item]');
    if (field !== undefined) {
      fillField(field, target.type === 'checkbox' ? (target.checked ? '☑' : '') : target.value);
    } else if (row?.contains(target.closest('.row'))) {
      markAndSay(words, row.id, target.checked ? 'done' : 'todo');
      reflect($view.get(), row.id);
    }
  };
  const click = ({ target }: Event) => {
    const button = target instanceof Element ? target.closest('button') : null;
    if (button?.matches('.more')) {
      const item = button.closest('[data-item]')?.id ?? '';
      void openPanel(() => import('./RowMenu'), { button, item, rowWords: words });
    } else if (button?.matches('[data-answer]')) answer(button, words);
    else if (button?.matches('.now, .sign')) fillBeside(button);
  };
  root.addEventListener('change', change);
  root.addEventListener('click', click);
  const close = openPage(readPage(root, page));
  const stop = $view.subscribe((view) => {
    reflect(view);
    reflectCounts(view, words.count);
  });
  return () => {
    root.removeEventListener('change', change);
    root.removeEventListener('click', click);
    stop();
    close();
  };
}
