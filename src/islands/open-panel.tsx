import { h, render, type ComponentType } from 'preact';
import type { Mode } from '~/core/snapshot/seal';
import type { Words } from '~/words/en';
import { loadWords } from '~/words/load';
import { loadPanelStyles } from './panel-styles';

/** What every panel gets: the words of the page's language, and the call that closes it. */
export interface PanelProps {
  words: Words;
  close: () => void;
}

/** What is waited for; undefined where the reader presses Escape first. */
async function unlessEscaped<Loaded>(loading: Promise<Loaded>): Promise<Loaded | undefined> {
  const over = new AbortController();
  const escaped = new Promise<undefined>((give) => {
    const hear = ({ key }: KeyboardEvent) => key === 'Escape' && give(undefined);
    addEventListener('keydown', hear, over);
  });
  return Promise.race([loading, escaped]).finally(() => over.abort());
}

/**
 * Shows a panel (a dialog or a menu) at the end of the page until it closes, and gives the focus back to where it was.
 * Panels are not part of the first load: `load` imports the module, and Escape calls off what is not there yet.
 */
export async function openPanel<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props & PanelProps> }>,
  props: Props,
): Promise<void> {
  const origin = document.activeElement;
  const loaded = await unlessEscaped(Promise.all([load(), loadWords(), loadPanelStyles()]));
  if (loaded === undefined) return;
  const [{ default: Panel }, words] = loaded;
  const host = document.body.appendChild(document.createElement('div'));
  await new Promise<void>((closed) => render(h(Panel, { ...props, words, close: closed }), host));
  render(null, host);
  host.remove();
  if (document.activeElement === document.body && origin instanceof HTMLElement) origin.focus();
}

/** Opens a panel that is open, or on its way, no second time, however often it is asked for. */
export function once<Asked extends unknown[]>(
  open: (...asked: Asked) => Promise<void>,
): (...asked: Asked) => Promise<void> {
  let opened: Promise<void> | undefined;
  return (...asked) => (opened ??= open(...asked).finally(() => (opened = undefined)));
}

/** The menu of the row that a "More" button stands in. */
export const openRowMenu = (button: HTMLElement): Promise<void> =>
  openPanel(() => import('./RowMenu'), { button, item: button.closest('[data-item]')?.id ?? '' });

export const openRunMenu = once((button: HTMLElement) => openPanel(() => import('./RunMenu'), { button }));

/** The share dialog; the page says whether links may name its revision (R) or must be portable (P). */
export const openShare = once((button: HTMLElement) => {
  const recorded = button.closest('[data-recorded]') !== null;
  return openPanel<{ mode: Mode }>(() => import('./ShareDialog'), { mode: recorded ? 'R' : 'P' });
});

export const openKeys = once(() => openPanel(() => import('./KeysDialog'), {}));
