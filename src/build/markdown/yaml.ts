import { z } from 'astro/zod';
import { isMap, isNode, LineCounter, parseDocument } from 'yaml';
import { nearestOf } from './nearest';
import type { Problem } from './problem';

/** YAML text and where it stands. */
export interface YamlSource {
  text: string;
  file: string;
  /** Line of the file on which the text begins, from 1. */
  firstLine: number;
}

const show = (value: unknown): string => {
  if (value === undefined || value === null) return 'nothing';
  const text = typeof value === 'string' ? `"${value}"` : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};

const valueAt = (data: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], data);

const nameOf = (path: readonly PropertyKey[]): string =>
  path.map((key, i) => (typeof key === 'number' ? `[${key + 1}]` : `${i > 0 ? '.' : ''}${String(key)}`)).join('');

/**
 * Reads YAML by a schema whose messages say what is expected ("a heading's anchor"). What is wrong comes back as problems
 * with file and line: a value as an error, an unknown key as a warning. `value` is there unless there is an error.
 */
export function readYaml<Schema extends z.ZodObject>(
  { text, file, firstLine }: YamlSource,
  schema: Schema,
): { value: z.infer<Schema> | undefined; problems: Problem[]; lineOf: (path: readonly PropertyKey[]) => number } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const toLine = (offset: number) => firstLine + lines.linePos(offset).line - 1;
  const problem = (severity: Problem['severity'], line: number, message: string) => ({ severity, file, line, message });
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return toLine(node.range[0]);
    }
    return firstLine;
  };
  const malformed = document.errors[0];
  if (malformed) {
    // What follows the first is mostly its echo.
    const message = `This is not valid YAML: ${malformed.message}. A text with a colon in it needs quotes around it.`;
    return { value: undefined, problems: [problem('error', toLine(malformed.pos[0]), message)], lineOf };
  }
  const data: unknown = document.toJS() ?? {};
  if (!isMap(document.contents) && document.contents !== null) {
    const message = `Expected lines of the form "key: value", found ${show(data)}.`;
    return { value: undefined, problems: [problem('error', firstLine, message)], lineOf };
  }
  const known = Object.keys(schema.shape);
  const unknown = Object.keys(data as object).filter((key) => !known.includes(key));
  const warnings = unknown.map((key) => {
    const nearest = nearestOf(key, known, 1).join();
    return problem(
      'warning',
      lineOf([key]),
      `Unknown key \`${key}\` is ignored; the nearest known one is \`${nearest}\`.`,
    );
  });
  const parsed = schema.safeParse(data);
  if (parsed.success) return { value: parsed.data, problems: warnings, lineOf };
  const errors = parsed.error.issues.map(({ path, message }) =>
    problem('error', lineOf(path), `${nameOf(path)}: expected ${message}, found ${show(valueAt(data, path))}.`),
  );
  return { value: undefined, problems: [...errors, ...warnings], lineOf };
}
