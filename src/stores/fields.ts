import { keys } from '~/core/run/entry';
import type { Outcome } from './permit';
import { enterText } from './enter';

/** Fills in a field; an empty text clears it. Enters nothing if nothing changed. */
export const fillField = (id: string, value: string): Outcome => enterText(keys.field(id), value);
