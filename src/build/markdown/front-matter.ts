import { z } from 'astro/zod';
import { language } from './language';
import type { Problem } from './problem';
import { readYaml } from './yaml';

const text = (expected: string) => z.string(expected).trim().min(1, expected);
const anchor = (what: string) => text(what).transform((value) => value.replace(/^#/, ''));
const list = <Item extends z.ZodType>(item: Item, expected: string) => z.array(item, expected).min(1, expected);

const roles = 'a list of roles, such as [Engineering, Support]';
const trigger = anchor('the anchor of a heading or an item');
const triggers = 'the anchor of a heading or an item, or a list of them';

const contingency = z.object(
  {
    section: anchor("a heading's anchor"),
    triggers: z
      .union([trigger, list(trigger, triggers)], triggers)
      .transform((value) => (typeof value === 'string' ? [value] : value)),
  },
  '`section:` and `triggers:`',
);
const hold = z.object(
  { after: anchor('the anchor of a heading or an item'), ask: list(text('the name of a role'), roles) },
  '`after:` and `ask:`',
);

/** What the authors' guide says of a key (src/build/markdown/reference.ts). */
const about = (description: string, example: string) => ({ description, examples: [example] });

/** A page's front matter. Each message says what is expected, each description what for. */
export const frontMatterSchema = z.object({
  title: text('text (a number in quotes)').optional().meta(about('else the first heading', 'title: Restore drill')),
  description: text('text').optional().meta(about('one sentence, for lists and search', 'description: Once a month.')),
  lang: language.optional().meta(about("if it is not the site's", 'lang: de')),
  order: z.number('a number').optional().meta(about('place in the navigation', 'order: 2')),
  roles: list(text('the name of a role'), roles).optional().meta(about('who takes part', 'roles: [Lead, Operator]')),
  contingencies: z
    .array(contingency, 'a list of `section:` and `triggers:`')
    .optional()
    .meta(about('run only when things go wrong', 'contingencies: [{ section: undo, triggers: errors }]')),
  holds: z
    .array(hold, 'a list of `after:` and `ask:`')
    .optional()
    .meta(about('people decide before it goes on', 'holds: [{ after: copy, ask: [Lead] }]')),
  reviewed: z.iso
    .date('a date such as 2026-11-22')
    .optional()
    .meta(about('when somebody last read it through', 'reviewed: 2026-11-22')),
});

export type FrontMatter = z.infer<typeof frontMatterSchema>;

/** A file in its two parts. */
export interface Split {
  yaml: string | undefined;
  body: string;
  /** How many lines of the file stand before the body. */
  bodyLine: number;
  yamlLine: number;
}

const fence = /^\uFEFF?(?:[ \t]*\r?\n)*---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)??---[ \t]*(?:\r?\n|$)/;
const countLines = (part: string): number => part.split('\n').length - 1;

/** Splits a file at its front matter, as Astro does. */
export function splitFrontMatter(source: string): Split {
  const match = fence.exec(source);
  if (!match) return { yaml: undefined, body: source.replace(/^\uFEFF/, ''), bodyLine: 0, yamlLine: 1 };
  const yaml = match[1] ?? '';
  const opening = match[0].indexOf('---');
  return {
    yaml,
    body: source.slice(match[0].length),
    bodyLine: countLines(match[0]),
    yamlLine: countLines(match[0].slice(0, opening)) + 2,
  };
}

/** Reads a page's front matter; `lineOf` finds the line of a value in it. */
export function readFrontMatter(source: string, file: string) {
  const { yaml, yamlLine } = splitFrontMatter(source);
  const read = readYaml({ text: yaml ?? '', file, firstLine: yamlLine }, frontMatterSchema);
  const value: FrontMatter = read.value ?? {};
  if (!/^\uFEFF?\+\+\+[ \t]*\r?\n/.test(source)) return { ...read, value };
  const message = 'Expected front matter in YAML between lines of `---`, found TOML between `+++`. Write it as YAML.';
  const problem: Problem = { severity: 'error', file, line: 1, message };
  return { ...read, value, problems: [problem] };
}
