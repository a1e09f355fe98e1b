import { h, render } from 'preact';
import { $looking, $canUndo, $view, openPage, undo } from '~/stores/run';
import { reflectCounts } from './counts';
import { hasLink } from './link-in-address';
import { markAndSay } from './mark';
import type { PageWords } from './page-words';
import { readPage } from './read-page';
import { makeReflector } from './reflect';
import RunBar from './RunBar';

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
 * Makes the static checklist in `root` live, and the run bar of its page: one listener a kind of event, however many rows.
 * It lives as long as the page. Whatever is not needed for the first tick is imported when it is.
 */
export function runChecklist(root: HTMLElement, page: { id: string; title: string }): void {
  const words = JSON.parse(root.closest<HTMLElement>('[data-words]')?.dataset.words ?? '{}') as PageWords;
  const reflect = makeReflector(root, words);
  const bar = document.getElementById('run-bar');

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

  openPage(readPage(root, page));
  const show = () => {
    const view = $view.get();
    reflect(view);
    reflectCounts(view, words);
    if (bar) render(h(RunBar, { view, words: words.bar, title: page.title, canUndo: $canUndo.get() }), bar);
  };
  show();
  $view.listen(show);
  $canUndo.listen(show);

  const openIfLinked = () => hasLink() && import('./received').then(({ openLink }) => openLink());
  addEventListener('hashchange', openIfLinked);
  void openIfLinked();
  document.documentElement.dataset.live = '';
  requestIdleCallback(() => import('./keyboard').then(({ handleKeys }) => handleKeys(root)));
}
