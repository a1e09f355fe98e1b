import type { Field, Page } from '~/core/page/page';
import { keys } from '~/core/run/entry';
import type { State } from '~/core/run/run';
import { foldText } from '~/core/fold-text';

const name = /(?<![\p{L}\p{N}])(?:who|names?|person|wer|namen?)(?![\p{L}\p{N}])/iu;

/** The field that says who holds a role: in the row of that name, the column that asks for a name, else the only one [PE4]. */
export function findHolderField({ fields }: Pick<Page, 'fields'>, role: string): Field | undefined {
  const row = `${foldText(role)}, `;
  const columnOf = ({ label }: Field) => foldText(label).slice(row.length);
  const own = fields.filter(({ kind, label }) => kind === 'text' && `${foldText(label)}, `.startsWith(row));
  return own.find((field) => name.test(columnOf(field))) ?? (own.length === 1 ? own[0] : undefined);
}

/** Finds the holder of each of these roles, by role, as the run names them; roles that nobody is named for are left out [PE4]. */
export function findHolders(page: Pick<Page, 'fields'>, roles: readonly string[], state: State): Map<string, string> {
  return new Map(
    roles.flatMap((role): [string, string][] => {
      const field = findHolderField(page, role);
      const value = (field && state.get(keys.field(field.id))?.value.trim()) ?? '';
      return value === '' ? [] : [[role, value]];
    }),
  );
}
