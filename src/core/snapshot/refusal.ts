/** The reasons why a shared link cannot be read: a closed list. `expected` is unknown if even the length was cut off. */
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
