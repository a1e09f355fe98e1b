/**
 * The severity of a problem in a content file. An error stops the build; something broken (a link, an image, a page that is left
 * out) is marked on its page and stops only a strict build; a warning stops none.
 */
export type Severity = 'error' | 'broken' | 'warning';

/** A problem in a content file. */
export interface Problem {
  severity: Severity;
  /** The path that the author is shown: relative to where the command runs. */
  file: string;
  /** The line of the file as the author sees it, from 1. */
  line: number;
  /** A sentence that says what was expected, what was found and what to do. */
  message: string;
}

/** One line that editors and terminals turn into a link. */
export const showProblem = ({ file, line, message }: Problem): string => `${file}:${line}  ${message}`;

/** Tells whether a problem stops a build: an error always does, something broken only a strict build. */
export const stops = ({ severity }: Pick<Problem, 'severity'>, strict: boolean): boolean =>
  severity === 'error' || (strict && severity === 'broken');

/** Stops the build; its message lists every problem with file and line. */
export class ContentError extends Error {
  override name = 'ContentError';
  /** The place of the first problem, as Astro shows it. */
  readonly loc: { file: string; line: number; column: number } | undefined;

  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(showProblem).join('\n'));
    this.problems = problems;
    const [first] = problems;
    this.loc = first && { file: first.file, line: first.line, column: 1 };
    // The author's file is at fault: a stack of our own code would only hide it.
    this.stack = '';
  }
}
