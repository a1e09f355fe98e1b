import { groupBy } from '~/core/group-by';
import type { Item, Section } from '~/core/page/page';
import type { Structure } from '~/core/page/structure';
import { keys } from '~/core/run/entry';
import { showMarks } from '~/core/run/marks';
import { stateOf, type Run } from '~/core/run/run';
import { readSubject } from '~/core/run/subject';
import { fillStructure } from '~/core/values/fill-structure';
import { valueOfField } from '~/core/values/value';
import { planSection } from '~/core/plan/plan';
import { readTimeline, type Stretch } from '~/core/timeline/timeline';
import { describeEntry } from './describe-entry';
import { escapeLabel, escapeText } from './escape';
import { writeGone } from './gone-lines';
import { writeIdentity } from './identity';
import { separator, writeLogLine } from './log-line';
import { writeStamp } from './stamp';
import { writeSummary } from './summary-lines';
import { writeTasks, type ExportSource } from './task-lines';
import type { ExportWording } from './wording';

type Block = readonly string[];

/** The fields of a section that are filled in: "- Lead, Name: Jane · AB, 14:03". */
const writeFields = ({ structure, state, wording }: ExportSource, section: string): Block =>
  structure.page.fields.flatMap(({ id, label, section: at }) => {
    const entry = state.get(keys.field(id));
    if (at !== section || entry === undefined || entry.value === '') return [];
    return [`- ${escapeLabel(label)} ${escapeText(entry.value)}${writeStamp(entry, wording)}`];
  });

/** A group's items are written beneath it; one that stands under a heading of its own is not beneath anything there. */
function gatherRoots({ page, items }: Structure): Map<string, Item[]> {
  const isBeneath = ({ parent }: Item): boolean => parent !== undefined && items.has(parent);
  return groupBy(
    page.items.filter((item) => !isBeneath(item)),
    ({ section }) => section,
  );
}

const writeHeading = ({ depth, title }: Section): Block => [
  `${'#'.repeat(Math.min(Math.max(depth, 1), 6))} ${escapeText(title)}`,
];

/** The planned time of a section, beside what it took where the timeline tells it: "30 min planned · took 20 min". */
function writeSectionPlan(
  { structure, marks, wording }: ExportSource,
  { anchor }: Section,
  stretches: readonly Stretch[],
): Block[] {
  const { plan } = structure.page;
  const planned = plan ? planSection(structure, plan, anchor, marks).total : 0;
  if (planned === 0) return [];
  const stretch = stretches.find(({ section, span }) => section === anchor && span !== undefined);
  const parts = [
    wording.planned(wording.formatDuration(planned)),
    ...(stretch ? [wording.took(wording.formatDuration(stretch.duration))] : []),
  ];
  return [[parts.map(escapeText).join(separator)]];
}

/** The page's sections in order, each with its items and filled fields; those with nothing in them or beneath are left out. */
function writeSections(source: ExportSource, run: Run): Block[] {
  const { page, paths } = source.structure;
  const roots = gatherRoots(source.structure);
  const { stretches } = readTimeline(source.structure, run);
  const contentOf = (anchor: string): Block[] =>
    [writeTasks(source, roots.get(anchor) ?? []), writeFields(source, anchor)].filter((block) => block.length > 0);
  const contents = new Map(['', ...page.sections.map(({ anchor }) => anchor)].map((at) => [at, contentOf(at)]));
  const filled = [...contents].filter(([, blocks]) => blocks.length > 0);
  const shown = new Set(filled.flatMap(([anchor]) => paths.get(anchor) ?? []));
  return [
    ...(contents.get('') ?? []),
    ...page.sections
      .filter(({ anchor }) => shown.has(anchor))
      .flatMap((section) => [
        writeHeading(section),
        ...writeSectionPlan(source, section, stretches),
        ...(contents.get(section.anchor) ?? []),
      ]),
  ];
}

const writePart = (title: string, lines: Block): Block[] =>
  lines.length === 0 ? [] : [[`## ${escapeText(title)}`], lines];

/** The log; a value that was changed says what it was before [VA5]. */
function writeLog({ structure, wording }: ExportSource, run: Run): string[] {
  const said = new Map<string, string>();
  return run.entries.map((entry) => {
    const what = describeEntry(structure, wording, entry);
    const subject = readSubject(entry);
    if (subject.kind !== 'field' || valueOfField(subject.field) === undefined) return writeLogLine(entry, what);
    const before = said.get(entry.key) ?? '';
    said.set(entry.key, entry.value);
    return writeLogLine(entry, before === '' ? what : `${what} (${wording.before} ${before})`);
  });
}

/**
 * Writes a run as GitHub Flavored Markdown [EX1–EX4]: a summary, the page's task list with marks, names, times, notes and fields, the
 * entries that the page no longer has a place for, and the log, from which `readMarkdown` reads the run back.
 */
export function writeMarkdown(written: Structure, run: Run, wording: ExportWording): string {
  const state = stateOf(run);
  const structure = written.unfilled ? written : fillStructure(written, state);
  const source = { structure, state, marks: showMarks(structure, state), wording };
  const log = writeLog(source, run);
  const blocks: Block[] = [
    [`# ${escapeText(structure.page.title)}`],
    [writeIdentity(run)],
    writeSummary(source, run),
    ...writeSections(source, run),
    ...writePart(wording.gone, writeGone(source)),
    ...writePart(wording.log, log),
  ];
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`;
}
