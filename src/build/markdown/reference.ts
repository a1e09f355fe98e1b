import { frontMatterSchema } from './front-matter';

/** Between these comments of a page, in Markdown or MDX, stands the reference: `npm run content -- --reference` writes it. */
const marked =
  /((?:<!--|\{\/\*) front matter: begin (?:-->|\*\/\}))[^]*?((?:<!--|\{\/\*) front matter: end (?:-->|\*\/\}))/;

/** The value that a key expects, in the words of its error message. */
const expectedBy = (schema: { safeParse: (value: unknown) => { error?: { issues: { message: string }[] } } }): string =>
  schema.safeParse(Symbol('none')).error?.issues[0]?.message ?? '';

/** The schema's description of a key, and an example of it. */
export const aboutKey = (schema: (typeof frontMatterSchema.shape)[keyof typeof frontMatterSchema.shape]) => {
  const { description = '', examples } = schema.meta() ?? {};
  return { description, example: Array.isArray(examples) ? String(examples[0]) : '' };
};

/** The front matter's keys as a Markdown table, made of the schema itself. */
export function writeReference(): string {
  const rows = Object.entries(frontMatterSchema.shape).map(([key, schema]) => {
    const { description, example } = aboutKey(schema);
    return `| \`${key}\` | ${expectedBy(schema)} | ${description} | \`${example}\` |`;
  });
  return ['| key | value | what for | example |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** Returns a page with the reference rewritten between its marks; a page without marks as it is. */
export const updateReference = (source: string): string =>
  source.replace(marked, (_, begin: string, end: string) => `${begin}\n\n${writeReference()}\n\n${end}`);
