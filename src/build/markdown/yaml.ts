import { z } from 'astro/zod';
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
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

/** The value at a path, and undefined where the path leads out of the data. */
const valueAt = (data: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    data,
  );

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

/** The keys that may stand at the top, and the severity of each. */
interface KnownKeys {
  known: readonly string[];
  severityOf: (key: string) => Severity;
}

/** The parsed text, with the lines of the file that it stands on. */
interface ParsedYaml {
  text: string;
  document: Document;
  firstLine: number;
  /** The line of a place in the text. */
  toLine: (offset: number) => number;
  /** The line of the value at a path, or of the nearest one around it that was written. */
  lineOf: (path: readonly PropertyKey[]) => number;
}

/** A problem, before the file is named. */
type Remark = Omit<Problem, 'file'>;

function parse({ text, firstLine }: YamlSource): ParsedYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  const toLine = (offset: number) => firstLine + lines.linePos(offset).line - 1;
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return toLine(node.range[0]);
    }
    return firstLine;
  };
  return { text, document, firstLine, toLine, lineOf };
}

/** The remark on a text that cannot be read key by key: as severe as the gravest key that it mentions. */
function judgeForm({ text, document, firstLine, toLine }: ParsedYaml, { known, severityOf }: KnownKeys) {
  const isGrave = known.some((key) => severityOf(key) === 'error' && new RegExp(`^${key}\\s*:`, 'm').test(text));
  const severity: Severity = isGrave ? 'error' : 'warning';
  // Only the first error is reported: the others are mostly its echo.
  const malformed = document.errors.find(({ code }) => code !== 'DUPLICATE_KEY');
  if (malformed) {
    const end = isGrave ? ` ${wayOn}` : ' None of it is read.';
    const message = `This is not valid YAML: ${malformed.message}. A text with a colon in it needs quotes around it.${end}`;
    return { severity, line: toLine(malformed.pos[0]), message };
  }
  const { contents } = document;
  if (isMap(contents) || contents === null) return undefined;
  const found = show(isScalar(contents) ? contents.value : contents.toString());
  return { severity, line: firstLine, message: `Expected lines of the form "key: value", found ${found}.` };
}

/** The values of the keys at the top: one by one, because a doubled key keeps the document from being read as a whole. */
function readKeys({ text, document, firstLine, toLine }: ParsedYaml, { severityOf }: KnownKeys) {
  const remarks: Remark[] = document.errors.map(({ pos }) => {
    const key = /^[^:\s]*/.exec(text.slice(pos[0]))?.[0] ?? '';
    const message = `Expected each key once, found \`${key}\` again: the last one counts.`;
    return { severity: severityOf(key), line: toLine(pos[0]), message };
  });
  const { contents } = document;
  const read = (isMap(contents) ? contents.items : []).flatMap(({ key, value }): [string, unknown][] => {
    const name = String(isScalar(key) ? key.value : key);
    try {
      return [[name, isNode(value) ? value.toJS(document) : undefined]];
    } catch {
      const severity = severityOf(name);
      const line = isNode(value) && value.range ? toLine(value.range[0]) : firstLine;
      const end = severity === 'error' ? ` ${wayOn}` : ' It is ignored.';
      const message = `${name}: expected a value, found a \`*\` that refers to nothing, or to too much. A text that begins with \`*\` needs quotes around it.${end}`;
      remarks.push({ severity, line, message });
      return [];
    }
  });
  // Each name is the record's own, "__proto__" too.
  const data: Record<string, unknown> = Object.fromEntries(read);
  return { data, remarks };
}

/** The remarks on unknown keys at the top that are nearly known: the others may be for another tool. */
const judgeUnknownKeys = (data: object, { known }: KnownKeys, { lineOf }: ParsedYaml): Remark[] =>
  Object.keys(data).flatMap((key) => {
    const near = known.includes(key) ? undefined : known.find((name) => isNear(key, name));
    if (near === undefined) return [];
    const message = `Unknown key \`${key}\` is ignored; the nearest known one is \`${near}\`.`;
    return [{ severity: 'warning', line: lineOf([key]), message }];
  });

/** Takes what an issue of the schema is about out of the data, except where it stops the build, and returns the remarks on it. */
function leaveOut(
  issue: z.core.$ZodIssue,
  data: Record<string, unknown>,
  { severityOf }: KnownKeys,
  { lineOf }: ParsedYaml,
): Remark[] {
  const { path, message: expected } = issue;
  const value = valueAt(data, path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((name) => {
      if (typeof value === 'object' && value !== null) Reflect.deleteProperty(value, name);
      const message = `${nameOf(path)}: expected ${expected}, found the unknown key \`${name}\`. It is ignored.`;
      return { severity: 'warning', line: lineOf([...path, name]), message };
    });
  }
  const key = String(path[0]);
  // A key without a value, as a template has it, asks for nothing that could be missed.
  const severity = path.length === 1 && data[key] === null ? 'warning' : severityOf(key);
  const end = severity === 'error' ? ` ${wayOn}` : ' It is ignored.';
  const message = `${nameOf(path)}: expected ${expected}, found ${show(value)}.${end}`;
  if (severity !== 'error') delete data[key];
  return [{ severity, line: lineOf(path), message }];
}

/**
 * Reads YAML by a schema whose messages name the value that is expected ("a heading's anchor"). Faults come back as
 * problems with file and line, and are left out of `value`; of the unknown keys at the top, which other tools may read,
 * only those that are nearly known. `value` is undefined where an error was found.
 */
export function readYaml<Schema extends z.ZodObject>(
  source: YamlSource,
  { schema, severityOf }: Reading<Schema>,
): { value: z.infer<Schema> | undefined; problems: Problem[]; lineOf: (path: readonly PropertyKey[]) => number } {
  const parsed = parse(source);
  const keys = { known: Object.keys(schema.shape), severityOf };
  const finish = (data: object, remarks: readonly Remark[]) => {
    const read = schema.safeParse(data);
    const isWrong = remarks.some(({ severity }) => severity === 'error') || !read.success;
    const problems = remarks.map(({ severity, line, message }) => ({ severity, file: source.file, line, message }));
    return { value: isWrong ? undefined : read.data, problems, lineOf: parsed.lineOf };
  };
  const formless = judgeForm(parsed, keys);
  if (formless) return finish({}, [formless]);
  const { data, remarks } = readKeys(parsed, keys);
  remarks.push(...judgeUnknownKeys(data, keys, parsed));
  const issues = schema.safeParse(data).error?.issues ?? [];
  remarks.push(...issues.flatMap((issue) => leaveOut(issue, data, keys, parsed)));
  return finish(data, remarks);
}
