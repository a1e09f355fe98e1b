import { z } from 'astro/zod';
import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { distanceOf } from './nearest';
import type { Problem, Severity } from './problem';

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

/** Tells whether one word may be the other mistyped: they differ by one letter in a short word, by up to two in a long one. */
const isNear = (key: string, known: string): boolean =>
  distanceOf(key.toLowerCase(), known.toLowerCase()) <= (known.length > 5 ? 2 : 1);

const wayOn = 'Put it right, or take it out: then the build goes on.';

/** The schema of a read, and the severity of each key: a faulty value is left out, and reported with that severity. */
interface Reading<Schema extends z.ZodObject> {
  schema: Schema;
  severityOf: (key: string) => Severity;
}

/**
 * Reads YAML by a schema whose messages name the value that is expected ("a heading's anchor"). Faults come back as problems with file
 * and line, and are left out of `value`; of the unknown keys at the top, which other tools may read, only those that are nearly known. `value` is
 * undefined where an error was found.
 */
export function readYaml<Schema extends z.ZodObject>(
  { text, file, firstLine }: YamlSource,
  { schema, severityOf }: Reading<Schema>,
): { value: z.infer<Schema> | undefined; problems: Problem[]; lineOf: (path: readonly PropertyKey[]) => number } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  const toLine = (offset: number) => firstLine + lines.linePos(offset).line - 1;
  const problems: Problem[] = [];
  const say = (severity: Severity, line: number, message: string) => problems.push({ severity, file, line, message });
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return toLine(node.range[0]);
    }
    return firstLine;
  };
  const known = Object.keys(schema.shape);
  /** The severity of the gravest key that a text mentions, for a text that cannot be read key by key. */
  const worst = (): Severity =>
    known.some((key) => severityOf(key) === 'error' && new RegExp(`^${key}\\s*:`, 'm').test(text))
      ? 'error'
      : 'warning';
  const finish = (data: unknown) => {
    const parsed = schema.safeParse(data);
    const isWrong = problems.some(({ severity }) => severity === 'error') || !parsed.success;
    return { value: isWrong ? undefined : parsed.data, problems, lineOf };
  };
  const [malformed] = document.errors.filter(({ code }) => code !== 'DUPLICATE_KEY');
  if (malformed) {
    // Only the first error is reported: the others are mostly its echo.
    const severity = worst();
    const end = severity === 'error' ? ` ${wayOn}` : ' None of it is read.';
    const message = `This is not valid YAML: ${malformed.message}. A text with a colon in it needs quotes around it.${end}`;
    say(severity, toLine(malformed.pos[0]), message);
    return finish({});
  }
  for (const { pos } of document.errors) {
    const key = /^[^:\s]*/.exec(text.slice(pos[0]))?.[0] ?? '';
    say(severityOf(key), toLine(pos[0]), `Expected each key once, found \`${key}\` again: the last one counts.`);
  }
  const { contents } = document;
  if (!isMap(contents) && contents !== null) {
    say(
      worst(),
      firstLine,
      `Expected lines of the form "key: value", found ${show(isScalar(contents) ? contents.value : contents.toString())}.`,
    );
    return finish({});
  }
  // By hand, because a doubled key keeps the document from being read as a whole.
  const read = (isMap(contents) ? contents.items : []).flatMap(({ key, value }): [string, unknown][] => {
    const name = String(isScalar(key) ? key.value : key);
    try {
      return [[name, isNode(value) ? value.toJS(document) : undefined]];
    } catch {
      const line = isNode(value) && value.range ? toLine(value.range[0]) : firstLine;
      const end = severityOf(name) === 'error' ? ` ${wayOn}` : ' It is ignored.';
      say(
        severityOf(name),
        line,
        `${name}: expected a value, found a \`*\` that refers to nothing, or to too much. A text that begins with \`*\` needs quotes around it.${end}`,
      );
      return [];
    }
  });
  // Each name is the record's own, "__proto__" too.
  const data: Record<string, unknown> = Object.fromEntries(read);
  for (const key of Object.keys(data)) {
    if (known.includes(key)) continue;
    const near = known.find((name) => isNear(key, name));
    if (near) say('warning', lineOf([key]), `Unknown key \`${key}\` is ignored; the nearest known one is \`${near}\`.`);
  }
  const parsed = schema.safeParse(data);
  for (const issue of parsed.error?.issues ?? []) {
    const { path, message } = issue;
    if (issue.code === 'unrecognized_keys') {
      const within = valueAt(data, path) as Record<string, unknown>;
      for (const name of issue.keys) {
        say(
          'warning',
          lineOf([...path, name]),
          `${nameOf(path)}: expected ${message}, found the unknown key \`${name}\`. It is ignored.`,
        );
        delete within[name];
      }
      continue;
    }
    const key = String(path[0]);
    // A key without a value, as a template has it, asks for nothing that could be missed.
    const severity = path.length === 1 && data[key] === null ? 'warning' : severityOf(key);
    const found = show(valueAt(data, path));
    const isLeftOut = severity === 'error' ? ` ${wayOn}` : ' It is ignored.';
    say(severity, lineOf(path), `${nameOf(path)}: expected ${message}, found ${found}.${isLeftOut}`);
    if (severity !== 'error') delete data[key];
  }
  return finish(data);
}
