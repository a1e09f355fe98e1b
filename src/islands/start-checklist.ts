import { $looking, $canUndo, $view, openPage, undo } from '~/stores/run';
import { addButtons } from './add-buttons';
import { reflectCounts } from './counts';
import { hasLink } from './link-in-address';
import { markAndSay } from './mark';
import type { PageWords } from './page-words';
import { readPage } from './read-page';
import { makeReflector } from './reflect';
import { reflectBar } from './reflect-bar';
import { whenFree } from './when-free';

const panels = () => import('./open-panel');

/** Answers a click on one of the page's own buttons. */
async function click(button: HTMLElement): Promise<void> {
  const { act } = button.dataset;
  if (act === 'undo') return $looking.get() === undefined ? undo() : undefined;
  const { openRowMenu, openRunMenu, openShare } = await panels();
  if (button.matches('.more')) return openRowMenu(button);
  if (act === 'share') return openShare(button);
  if (act === 'menu') return openRunMenu(button);
  const { answer, fillBeside } = await import('./field-acts');
  if (button.matches('[data-answer]')) return answer(button);
  if (button.matches('.now, .sign')) fillBeside(button);
}

/**
 * Makes the page's static checklist live, and its run bar: one listener a kind of event, however many rows. It lives as long
 * as the page. Whatever is not needed for the first tick is imported when it is: Preact too, which only panels need.
 */
export function startChecklist(): void {
  const root = document.querySelector<HTMLElement>('[data-page]');
  const bar = document.getElementById('run-bar');
  if (root === null || bar === null) return;
  const { page = '', words: given = '' } = root.dataset;
  const words = JSON.parse(given) as PageWords;
  const title = document.querySelector('h1')?.textContent ?? '';
  addButtons(root, words);
  const reflect = makeReflector(root, words);

  root.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    const field = target.closest<HTMLElement>('[data-field]');
    const row = target.closest<HTMLElement>('[data-item]');
    if (field) return void import('./field-acts').then(({ fill }) => fill(field, target));
    if (!row?.firstElementChild?.contains(target)) return;
    markAndSay(row.id, target.checked ? 'done' : 'todo');
    reflect($view.get(), row.id);
  });
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    if (button?.matches('.more, [data-act], [data-answer], .now, .sign')) void click(button);
  });

  openPage(readPage(root, { id: page, title }));
  $view.subscribe((view) => {
    reflect(view);
    reflectCounts(view, words);
    reflectBar(bar, view, title, words.bar);
  });
  const undoButton = bar.querySelector('[data-act=undo]');
  $canUndo.subscribe((can) => void undoButton?.toggleAttribute('disabled', !can));

  const openIfLinked = () => hasLink() && import('./received').then(({ openLink }) => openLink());
  addEventListener('hashchange', openIfLinked);
  void openIfLinked();
  document.documentElement.dataset.live = '';
  whenFree(() => void import('./when-idle').then(({ startLate }) => startLate(root)));
}
