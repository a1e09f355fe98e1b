import { copyAndSay } from '~/client/acts/copy-text';
import { loadWords } from '~/words/load';
import { commandText } from './command-text';

/** The places of values in the part of a block that is copied. */
const placesIn = (pre: HTMLElement): HTMLElement[] =>
  [...pre.querySelectorAll<HTMLElement>('[data-value]')].filter((place) => place.closest('.prompt, .output') === null);

/** Copies a block as it is shown now; one with a value that is missing, or that does not fit, says so instead, and copies nothing. */
async function copyCode(pre: HTMLElement, copied: string): Promise<void> {
  const places = placesIn(pre);
  const missing = places.find(({ dataset }) => dataset.state !== 'set');
  if (missing) return (await import('~/client/values/ask-value')).askForValue(missing);
  const { claim } = pre.dataset;
  await copyAndSay(commandText(pre), claim === undefined ? copied : `${copied} ${claim}`);
}

/** Gives every block of code that is meant to be run a button that copies it; a command's output gets none. */
export async function addCopyButtons(): Promise<void> {
  const { code: words } = await loadWords();
  for (const pre of document.querySelectorAll<HTMLElement>('main pre:not(:has(.language-text))')) {
    const text = commandText(pre);
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'copy' });
    button.textContent = words.copy;
    button.ariaLabel = `${words.copy}: ${text.trim().split('\n')[0] ?? ''}`;
    button.addEventListener('click', () => void copyCode(pre, words.copied));
    const block = Object.assign(document.createElement('div'), { className: 'code' });
    pre.replaceWith(block);
    block.append(pre, button);
  }
}
