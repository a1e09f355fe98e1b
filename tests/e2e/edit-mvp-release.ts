import { readFileSync, writeFileSync } from 'node:fs';

/** Replaces a text that must be there, once. */
function replace(source: string, from: string, to: string): string {
  if (source.split(from).length !== 2) throw new Error(`The edit expects this once in the runbook: ${from}`);
  return source.replace(from, () => to);
}

/** The changes that the edit made to items, by their texts. */
export const edit = {
  moved: 'Finalize the user guide',
  reworded: { from: 'Configure the DNS records', to: 'Configure the DNS records for production' },
  added: 'Freeze the release branch',
  removed: 'Define the alert thresholds',
  /** A row of the table of people, so that its fields have other labels. */
  row: { from: 'Deployment Lead', to: 'Release Lead' },
  /** The role that is no longer asked at the first hold. */
  unasked: 'System Administrator',
};

/** Edits the first runbook as an author does in the middle of a run: an item is moved, one reworded, one added, one removed, a table's row reworded, and a role no longer asked at a hold. */
export function editMvpRelease(file: string): void {
  let source = readFileSync(file, 'utf8');
  const lineOf = (text: string) => source.split('\n').find((line) => line.startsWith(`- [ ] ${text}`)) ?? text;
  const moved = `${lineOf(edit.moved)}\n`;
  source = replace(source, moved, '');
  source = replace(source, '### Documentation\n\n', `### Documentation\n\n- [ ] ${edit.added}\n`);
  source = replace(source, '\n### Environment configuration', `${moved}\n### Environment configuration`);
  source = replace(source, edit.reworded.from, edit.reworded.to);
  source = replace(source, `${lineOf(edit.removed)}\n`, '');
  source = replace(source, `| ${edit.row.from} | [Name]`, `| ${edit.row.to} | [Name]`);
  source = replace(source, `Database Administrator, ${edit.unasked}]`, 'Database Administrator]');
  writeFileSync(file, source);
}
