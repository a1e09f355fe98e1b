import type { Structure } from '~/core/page/structure';
import { subjectIdOf } from '~/core/run/subject-id';
import { writeRecord } from '~/core/run/record';
import type { Run } from '~/core/run/run';

/** The words for the run's items and fields, by id: for people and other programs, who have no page beside the file. */
function nameSubjects(structure: Structure, run: Run): Record<string, string> {
  const { page, items, past } = structure;
  const labels = new Map(page.fields.map(({ id, label }) => [id, label]));
  const names = run.entries.flatMap((entry): [string, string][] => {
    const id = subjectIdOf(entry);
    const name =
      id === undefined
        ? undefined
        : (items.get(id)?.text ?? labels.get(id) ?? past.items.get(id)?.text ?? past.fields.get(id));
    return id === undefined || name === undefined ? [] : [[id, name]];
  });
  return Object.fromEntries(names);
}

/**
 * Writes a run as a JSON file [EX9]: its record, one entry per line, and before it the page's title and the texts of items and fields,
 * which are ignored when the file is read back.
 */
export function writeJson(structure: Structure, run: Run): string {
  const { entries, ...record } = writeRecord(run);
  const head = JSON.stringify({ title: structure.page.title, texts: nameSubjects(structure, run), ...record }, null, 2);
  const list = entries.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n');
  return `${head.slice(0, -2)},\n  "entries": [${list === '' ? '' : `\n${list}\n  `}]\n}\n`;
}
