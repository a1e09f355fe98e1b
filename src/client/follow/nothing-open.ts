import { $view } from '~/stores/run';
import { loadWords } from '~/words/load';
import { loadPanelStyles } from '~/client/desk/panel-styles';
import { writePart } from '~/client/sheet/reflect-bar';

/** Says that nothing is open any more: in the run bar, and where the open items stood for who sees no others. */
export async function watchNothingOpen(root: HTMLElement, bar: HTMLElement): Promise<void> {
  const [{ bar: words, empty, menu }] = await Promise.all([loadWords(), loadPanelStyles()]);
  const note = document.createElement('div');
  note.className = 'nothing-open';
  const line = (text: string) => Object.assign(document.createElement('p'), { textContent: text });
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'button' });
  button.textContent = menu.all;
  button.dataset.act = 'show-all';
  note.append(line(empty.none), line(empty.what), button);
  $view.subscribe(({ next, structure }) => {
    const nothing = next === undefined && structure.counted.length > 0;
    if (!nothing) return note.remove();
    root.before(note);
    writePart(bar, 'next', words.allDone);
    bar.querySelector('[data-bar=next]')?.removeAttribute('href');
  });
}
