import { h, render } from 'preact';
import { undo } from '~/stores/run';
import { openList, pagesSettled } from '~/stores/run-list';
import { announce } from '~/client/acts/announce';
import { pressedKey } from '~/client/acts/pressed-key';
import { loadWords } from '~/words/load';
import { loadPanelStyles } from '~/client/desk/panel-styles';
import Runs from './Runs';

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('input, textarea, select');

/** Draws the list of runs, and lets Ctrl Z take the last act back. `home`: the address of the home page. */
export async function startRuns(host: HTMLElement, home: string): Promise<void> {
  const [words] = await Promise.all([loadWords(), loadPanelStyles()]);
  openList();
  await pagesSettled();
  render(h(Runs, { words, home }), host);
  document.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || pressedKey(event) !== 'z' || isTyping(event.target)) return;
    event.preventDefault();
    undo();
    announce(words.runs.undone);
  });
}
