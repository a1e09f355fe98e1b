import { loadWords } from '~/words/load';
import { announce } from './announce';
import { topDialog } from './top-dialog';

/** Copies by selection: the only way left on plain http, and in browsers that forbid the other. */
function copySelected(text: string): boolean {
  const origin = document.activeElement;
  const area = Object.assign(document.createElement('textarea'), { value: text, className: 'hidden' });
  (topDialog() ?? document.body).append(area);
  area.select();
  const isCopied = document.execCommand('copy');
  area.remove();
  if (origin instanceof HTMLElement) origin.focus({ preventScroll: true });
  return isCopied;
}

/** Puts a text on the clipboard and says so in the given words, or says that the browser does not allow it. */
export async function copyAndSay(text: string, said: string): Promise<void> {
  const { copyRefused } = await loadWords();
  let isCopied = true;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    isCopied = copySelected(text);
  }
  announce(isCopied ? said : copyRefused);
}
