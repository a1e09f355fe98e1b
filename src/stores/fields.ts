import { keys } from '~/core/run/entry';
import { enterText } from './run';

/** Fills in a field; empties it with an empty text. Enters nothing, and says so, where nothing changed. */
export const fillField = (id: string, value: string): boolean => enterText(keys.field(id), value);
