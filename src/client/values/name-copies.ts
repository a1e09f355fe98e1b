import type { Words } from '~/words/en';

/** Names the copy buttons of blocks with values by what they copy now. */
export function nameCopies({ code }: Words): void {
  for (const pre of document.querySelectorAll<HTMLElement>('.code > pre:has([data-value])')) {
    const button = pre.parentElement?.querySelector('.copy');
    if (button) button.ariaLabel = `${code.copy}: ${(pre.textContent ?? '').trim().split('\n')[0] ?? ''}`;
  }
}
