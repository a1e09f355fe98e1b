import { keys } from '~/core/run/entry';
import { valueOf, type State } from '~/core/run/run';

/** The id of the field that keeps a value in a run. */
export const valueField = (name: string): string => `value.${name}`;

/** The name of the value that a field keeps; `undefined` of any other field. */
export const valueOfField = (field: string): string | undefined =>
  field.startsWith('value.') ? field.slice('value.'.length) : undefined;

/** The text that a run has for a value; empty where it has none. */
export const saidOf = (state: State, name: string): string => valueOf(state, keys.field(valueField(name)));
