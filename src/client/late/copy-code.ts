import { copyAndSay } from '~/client/acts/copy-text';
import { loadWords } from '~/words/load';
import { commandText } from './command-text';

/** Gives every block of code that is meant to be run a button that copies it; a command's output gets none. */
export async function addCopyButtons(): Promise<void> {
  const { code: words } = await loadWords();
  for (const pre of document.querySelectorAll<HTMLElement>('main pre:not(:has(.language-text))')) {
    const text = commandText(pre);
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'copy' });
    button.textContent = words.copy;
    button.ariaLabel = `${words.copy}: ${text.trim().split('\n')[0] ?? ''}`;
    button.addEventListener('click', () => void copyAndSay(text, words.copied));
    const block = Object.assign(document.createElement('div'), { className: 'code' });
    pre.replaceWith(block);
    block.append(pre, button);
  }
}
