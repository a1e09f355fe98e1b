/** Every word of the interface, in English: the language that the others are measured by. */
export const en = {
  mark: { done: 'Done', skipped: 'Not applicable', todo: 'Clear', failed: 'Failed' },
  hold: { title: 'Go / no-go', go: 'Go', 'no-go': 'No-go' },
  field: { sign: 'Sign', now: 'Now' },
  item: { more: 'More', how: 'How' },
  contingency: { tag: 'Only when things go wrong. It has its own progress.' },
};

export type Words = typeof en;
