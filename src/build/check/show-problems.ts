import { groupBy } from '~/core/group-by';
import { type Problem, type Severity, showProblem } from '~/build/markdown/problem';

const labels: Record<Severity, string> = { error: 'error  ', broken: 'broken ', warning: 'warning' };

/** The parts of a message in backquotes: those about the file itself. */
const quoted = /`[^`]*`/g;

/** The kind of a problem: messages that differ only in their quoted words and numbers are of one kind. */
const kindOf = ({ severity, file, message }: Problem): string =>
  [severity, file, message.replace(quoted, '`').replace(/\d+/g, '0')].join('\0');

/** The part that tells a repeat apart: the first of its quoted parts that the first message lacks. */
function ownPart(message: string, first: string): string {
  const known = new Set(first.match(quoted));
  const own = message.match(quoted)?.find((part) => !known.has(part));
  return own === undefined ? 'the same' : `the same: ${own}`;
}

/** Lines for the problems: each with its own place; repeats in a file stand below the first of their kind, in short. */
export function showProblems(problems: readonly Problem[]): string[] {
  return [...groupBy(problems, kindOf).values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const repeats = others.map(
      ({ file, line, message }) => `           ${file}:${line}  ${ownPart(message, first.message)}`,
    );
    return [`${labels[first.severity]}  ${showProblem(first)}`, ...repeats];
  });
}
