import { $view } from '~/stores/run';
import { loadWords } from '~/words/load';
import { loadPanelStyles } from '~/client/bar/panel-styles';
import { writePart } from '~/client/bar/reflect-bar';

/**
 * Says that the run is through: the run bar offers to end it. Where nothing is open any more, the bar says so, and so does the empty
 * list of a reader who sees open items only.
 */
export async function watchThrough(root: HTMLElement, bar: HTMLElement): Promise<void> {
  const [{ bar: words, empty, menu }] = await Promise.all([loadWords(), loadPanelStyles()]);
  const note = document.createElement('div');
  note.className = 'nothing-open';
  const line = (text: string) => Object.assign(document.createElement('p'), { textContent: text });
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'button' });
  button.textContent = menu.all;
  button.dataset.act = 'show-all';
  note.append(line(empty.none), line(empty.what), button);
  $view.subscribe(({ next, progress, counted, structure }) => {
    const isOpen = progress.open > 0 || counted.open > 0 || structure.counted.length === 0;
    if (isOpen) note.remove();
    else root.before(note);
    writePart(bar, 'end', next?.kind === 'end' ? menu.end : '');
    if (isOpen || next?.kind !== 'end') return;
    writePart(bar, 'next', words.allDone);
    bar.querySelector('[data-bar=next]')?.removeAttribute('href');
  });
}
