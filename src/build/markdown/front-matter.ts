import { z } from 'astro/zod';
import { readDuration } from '~/core/plan/read-tail';
import { language } from './language';
import { quoteAll } from './nearest';
import type { Problem, Severity } from './problem';
import { declareValues, expectedValues } from './declared-values';
import { readYaml } from './yaml';

const text = (expected: string) => z.string(expected).trim().min(1, expected);
const anchor = (what: string) => text(what).transform((value) => value.replace(/^#/, ''));
const list = <Item extends z.ZodType>(item: Item, expected: string) => z.array(item, expected).min(1, expected);

const roles = 'a list of roles, such as [Engineering, Support]';
const trigger = anchor('the anchor of a heading or an item');
const takes = 'a time such as `30 min` or `1 h 30 min`';
const triggers = 'the anchor of a heading or an item, or a list of them';

const contingency = z.strictObject(
  {
    section: anchor("a heading's anchor"),
    triggers: z
      .union([trigger, list(trigger, triggers)], triggers)
      .transform((value) => (typeof value === 'string' ? [value] : value)),
    takes: z
      .string(takes)
      .transform((value, context) => {
        const minutes = readDuration(value);
        if (minutes === undefined) context.addIssue({ code: 'custom', message: takes });
        return minutes ?? z.NEVER;
      })
      .optional(),
  },
  '`section:` and `triggers:`, perhaps with `takes:`',
);
const hold = z.strictObject(
  { after: anchor('the anchor of a heading or an item'), ask: list(text('the name of a role'), roles) },
  '`after:` and `ask:`',
);

/** The text of the authors' guide about a key (src/build/markdown/reference.ts). */
const about = (description: string, example: string) => ({ description, examples: [example] });

/** A page's front matter. Each message names the value that is expected, each description its purpose. */
export const frontMatterSchema = z.object({
  title: text('text (a number in quotes)').optional().meta(about('else the first heading', 'title: Restore drill')),
  description: text('text').optional().meta(about('one sentence, for lists and search', 'description: Once a month.')),
  lang: language.optional().meta(about("if it is not the site's", 'lang: de')),
  order: z.number('a number').optional().meta(about('place in the navigation', 'order: 2')),
  roles: list(text('the name of a role'), roles).optional().meta(about('who takes part', 'roles: [Lead, Operator]')),
  contingencies: z
    .array(contingency, 'a list of `section:` and `triggers:`, perhaps with `takes:`')
    .optional()
    .meta(
      about('run only when things go wrong', 'contingencies: [{ section: undo, triggers: errors, takes: 30 min }]'),
    ),
  holds: z
    .array(hold, 'a list of `after:` and `ask:`')
    .optional()
    .meta(about('people decide before it goes on', 'holds: [{ after: copy, ask: [Lead] }]')),
  values: z
    .union([z.record(z.string(), z.unknown()), z.array(z.string())], expectedValues)
    .optional()
    .meta(about('filled in once a run, shown wherever `{{name}}` stands', 'values: { host: Production host }')),
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
  /** The number of lines of the file before the body. */
  bodyLine: number;
  yamlLine: number;
}

const yamlFence = /^\uFEFF?(?:[ \t]*\r?\n)*---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)??---[ \t]*(?:\r?\n|$)/;
/** The TOML front matter of Hugo and Zola: nothing here reads it, but it is no text of the page either. */
const tomlFence = /^\uFEFF?\+\+\+[ \t]*\r?\n(?:[\s\S]*?\r?\n)??\+\+\+[ \t]*(?:\r?\n|$)/;
const countLines = (part: string): number => part.split('\n').length - 1;

/** Splits a file at its front matter. */
export function splitFrontMatter(source: string): Split {
  const match = yamlFence.exec(source);
  const [fence = ''] = match ?? tomlFence.exec(source) ?? [];
  const body = fence === '' ? source.replace(/^\uFEFF/, '') : source.slice(fence.length);
  const bodyLine = countLines(fence);
  if (!match) return { yaml: undefined, body, bodyLine, yamlLine: 1 };
  return { yaml: match[1] ?? '', body, bodyLine, yamlLine: countLines(fence.slice(0, fence.indexOf('---'))) + 2 };
}

/** The severity of a key's faults: only those of holds and contingencies stop a build, since a run without these is silently wrong. */
const severityOf = (key: string): Severity => (key === 'holds' || key === 'contingencies' ? 'error' : 'warning');

/** Reports a hold that asks a role which takes no part: mostly a name mistyped in one of two places. */
function checkRoles(
  { roles, holds = [] }: FrontMatter,
  file: string,
  lineOf: (path: PropertyKey[]) => number,
): Problem[] {
  if (roles === undefined) return [];
  return holds.flatMap(({ ask }, i) =>
    ask.flatMap((role, k): Problem[] => {
      if (roles.includes(role)) return [];
      const message = `holds: expected one of the roles ${quoteAll(roles)}, found \`${role}\`. Add it to \`roles:\`, or write it as it is there.`;
      return [{ severity: 'warning', file, line: lineOf(['holds', i, 'ask', k]), message }];
    }),
  );
}

function read(source: string, file: string) {
  const { yaml, yamlLine } = splitFrontMatter(source);
  const parsed = readYaml({ text: yaml ?? '', file, firstLine: yamlLine }, { schema: frontMatterSchema, severityOf });
  const value: FrontMatter = parsed.value ?? {};
  if (tomlFence.test(source)) {
    const message = 'Expected front matter in YAML between lines of `---`, found TOML between `+++`: it is ignored.';
    const problem: Problem = { severity: 'warning', file, line: 1, message };
    return { ...parsed, value, values: [], problems: [problem] };
  }
  const { lineOf } = parsed;
  const { values, problems } = declareValues(value.values, { file, lineOf });
  return { ...parsed, value, values, problems: [...parsed.problems, ...checkRoles(value, file, lineOf), ...problems] };
}

let last: { source: string; file: string; read: ReturnType<typeof read> } | undefined;

/**
 * Reads a page's front matter, and the values that it declares; `lineOf` finds the line of a value in it. Faulty values are reported, and
 * left out. The last one is at hand: the steps by which a page is read ask for it one after the other.
 */
export function readFrontMatter(source: string, file: string): ReturnType<typeof read> {
  if (last?.source !== source || last.file !== file) last = { source, file, read: read(source, file) };
  return last.read;
}
