/** Why a shared link cannot be read: a closed list. `expected` is unknown where even the length was cut off. */
export type Refusal =
  | { kind: 'empty' }
  | { kind: 'oversize' }
  | { kind: 'truncated'; arrived: number; expected: number | undefined }
  | { kind: 'corrupt' }
  | { kind: 'version' }
  | { kind: 'page' }
  | { kind: 'revision' };

/** Carries a refusal out of the middle of a body; never leaves this folder. */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.kind);
    this.refusal = refusal;
  }
}

/** Gives `value` back, or stops if it is more than `most` or no whole number from 0 up. */
export function within(value: number, most: number): number {
  if (!Number.isInteger(value) || value < 0 || value > most) throw new Refused({ kind: 'oversize' });
  return value;
}

const sentences = {
  empty: 'The link holds no run: what follows "#run=" is missing. Ask for the link again.',
  oversize: 'The link holds more than this site accepts. Ask for the run as a file instead.',
  corrupt: 'The link was damaged on its way, so nothing of it is shown. Ask for it again.',
  version: 'The link was made by a newer version of this site: reload the page, then open the link again.',
  page: 'The link is of another checklist than this one. Check its address.',
  revision: 'The link is of a revision of this checklist that this site does not know: it may come from a preview.',
} as const;

/** A sentence for people, in English, that says what is wrong with the link and what to do. */
export function describeRefusal(refusal: Refusal): string {
  if (refusal.kind !== 'truncated') return sentences[refusal.kind];
  const { arrived, expected } = refusal;
  return `The link was cut off: ${arrived} ${expected === undefined ? '' : `of ${expected} `}characters arrived. Ask for it again, or for the run as a file.`;
}
