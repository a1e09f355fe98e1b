import { keys } from '~/core/run/entry';
import { valueOf, type State } from '~/core/run/run';

/** The id of the field that keeps a value in a run. */
export const valueField = (name: string): string => `value.${name}`;

/** The name of the value that a field keeps; `undefined` of any other field. */
export const valueOfField = (field: string): string | undefined =>
  field.startsWith('value.') ? field.slice('value.'.length) : undefined;

/** What a run says of a value; empty where it says nothing. */
export const saidOf = (state: State, name: string): string => valueOf(state, keys.field(valueField(name)));
