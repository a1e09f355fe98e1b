import { groupBy } from './group-by';
import { type Problem, type Severity, showProblem } from '~/build/markdown/problem';

const labels: Record<Severity, string> = { error: 'error  ', broken: 'broken ', warning: 'warning' };

/** What is said in a message about the file itself: the parts in backquotes. */
const quoted = /`[^`]*`/g;

/** Messages that say the same of other words are of one kind. */
const kindOf = ({ severity, file, message }: Problem): string =>
  [severity, file, message.replace(quoted, '`').replace(/\d+/g, '0')].join('\0');

/** What a repeat has of its own: the first of its quoted parts that the message before it does not have. */
function ownPart(message: string, first: string): string {
  const known = new Set(first.match(quoted));
  const own = message.match(quoted)?.find((part) => !known.has(part));
  return own === undefined ? 'the same' : `the same: ${own}`;
}

/** Lines for the problems: each with its own place; what repeats in a file stands below the first of its kind, in short. */
export function showProblems(problems: readonly Problem[]): string[] {
  return [...groupBy(problems, kindOf).values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const repeats = others.map(
      ({ file, line, message }) => `           ${file}:${line}  ${ownPart(message, first.message)}`,
    );
    return [`${labels[first.severity]}  ${showProblem(first)}`, ...repeats];
  });
}
