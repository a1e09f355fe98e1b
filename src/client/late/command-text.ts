const typed = (node: Node): string => {
  if (node instanceof Element && node.matches('.prompt, .output')) return '';
  return node.firstChild ? [...node.childNodes].map(typed).join('') : (node.textContent ?? '');
};

/**
 * Returns the text to copy from a block of code: of a session, the commands without prompts and output. Has no line feed at its end,
 * because a terminal would run the pasted text at once.
 */
export const commandText = (pre: HTMLElement): string => typed(pre).replace(/\n+$/, '');
