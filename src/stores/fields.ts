import { keys } from '~/core/run/entry';
import type { Outcome } from './door';
import { enterText } from './enter';

/** Fills in a field; empties it with an empty text. Enters nothing where nothing changed. */
export const fillField = (id: string, value: string): Outcome => enterText(keys.field(id), value);
