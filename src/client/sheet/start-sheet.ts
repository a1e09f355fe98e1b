import { keys } from '~/core/run/entry';
import { unlessEscaped } from '~/client/page/unless-escaped';
import { $view, openPage } from '~/stores/run';
import { takeEarlyChanges } from './early-changes';
import { fill, watchLeaving } from './fields';
import { markAndSay } from './mark';
import { readRowWords } from './page-words';
import { pressEarly } from './press-early';
import { readPage } from './read-page';
import { makeReflector } from './reflect';
import { textOf } from './text-of';

/**
 * Makes the page's static checklist live: one listener a kind of event, however many rows. It lives as long as the page. All code
 * not needed for the first tick is imported: that for the surroundings of the rows at once, the rest when it is needed.
 */
export function startSheet(): void {
  const root = document.querySelector<HTMLElement>('[data-page]');
  const bar = document.getElementById('ui:run-bar');
  if (root === null || bar === null) return;
  const around = import('~/client/bar/start-bar');
  // Asked for at once, so that a tick that is followed by a crash is in the journal; nothing waits for it.
  const keeping = import('~/client/keep/start-keeping');
  const { page = '', words: given = '' } = root.dataset;
  const words = readRowWords(given);
  const title = textOf(document.querySelector('h1'));
  const changeEarly = takeEarlyChanges(root);
  const reflect = makeReflector(root, words);
  root.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    const field = target.closest<HTMLElement>('[data-field]');
    const row = target.closest<HTMLElement>('[data-item]');
    if (field) return fill(field, target, () => reflect($view.get(), 'all'));
    if (!row?.firstElementChild?.contains(target)) return;
    const markNow = () => $view.get().state.get(keys.mark(row.id));
    const before = markNow();
    markAndSay(row.id, target.checked ? 'done' : 'todo');
    // The browser has changed the box. Where nothing was entered, it shows the run again.
    if (markNow() === before) reflect($view.get(), row.id);
  });
  // What was typed is entered, or is what it was before: from now on the field shows the run, whoever fills it in.
  root.addEventListener('focusout', () => reflect($view.get()));
  watchLeaving();
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-act]') : null;
    if (button) void unlessEscaped(import('~/client/acts/page-acts')).then((acts) => acts?.act(button));
  });
  openPage(readPage(root, { id: page, title }));
  $view.subscribe((view) => reflect(view));

  // The browser puts back how boxes and fields stood when the page was left: they show the run instead, however the page came.
  for (const input of root.querySelectorAll('input')) input.autocomplete = 'off';
  addEventListener('pageshow', () => reflect($view.get(), 'all'));
  document.documentElement.dataset.live = '';
  void keeping.then(({ startKeeping }) => startKeeping());
  changeEarly();
  pressEarly('[data-act]');
  void around.then(({ startBar }) => startBar({ root, bar }));
}
