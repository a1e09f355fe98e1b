import { h, render, type ComponentType } from 'preact';
import { unlessEscaped } from '~/client/page/unless-escaped';
import { loadWords } from '~/words/load';
import type { PanelProps } from './panel-props';
import { loadPanelStyles } from '~/client/bar/panel-styles';

/**
 * Shows a panel (a dialog or a menu) at the end of the page until it closes, and gives the focus back to where it was.
 * Panels are not part of the first load: `load` imports the module, and Escape cancels a load under way.
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

/** Keeps a panel that is open, or still loading, from being opened a second time, however often it is asked for. */
export function once<Asked extends unknown[]>(
  open: (...asked: Asked) => Promise<void>,
): (...asked: Asked) => Promise<void> {
  let opened: Promise<void> | undefined;
  return (...asked) => (opened ??= open(...asked).finally(() => (opened = undefined)));
}
