import type { Field, Page } from '~/core/page/page';
import { keys } from '~/core/run/entry';
import type { State } from '~/core/run/run';

const fold = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
const name = /(?<![\p{L}\p{N}])(?:who|names?|person|wer|namen?)(?![\p{L}\p{N}])/iu;

/** The field that says who holds a role: in the row of that name, the column that asks for a name, else the only one [PE4]. */
export function findHolderField({ fields }: Pick<Page, 'fields'>, role: string): Field | undefined {
  const row = `${fold(role)}, `;
  const columnOf = ({ label }: Field) => fold(label).slice(row.length);
  const own = fields.filter(({ kind, label }) => kind === 'text' && `${fold(label)}, `.startsWith(row));
  return own.find((field) => name.test(columnOf(field))) ?? (own.length === 1 ? own[0] : undefined);
}

/** Who holds each of these roles, as the run says it; roles that nobody is named for are left out [PE4]. */
export function findHolders(page: Pick<Page, 'fields'>, roles: readonly string[], state: State): Map<string, string> {
  return new Map(
    roles.flatMap((role): [string, string][] => {
      const field = findHolderField(page, role);
      const value = (field && state.get(keys.field(field.id))?.value.trim()) ?? '';
      return value === '' ? [] : [[role, value]];
    }),
  );
}
