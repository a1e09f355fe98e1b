const typed = (node: Node): string => {
  if (node instanceof Element && node.matches('.prompt, .output')) return '';
  return node.firstChild ? [...node.childNodes].map(typed).join('') : (node.textContent ?? '');
};

/**
 * What is copied of a block of code: what was typed of a session, without prompts and output. Without a line feed at its end, because
 * a terminal would run what is pasted at once.
 */
export const commandText = (pre: HTMLElement): string => typed(pre).replace(/\n+$/, '');
