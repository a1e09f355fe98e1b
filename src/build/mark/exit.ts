/** The end of the command: its exit code and, for people, the `words` on the error output. */
export class Exit extends Error {
  readonly code: ExitCode;

  constructor(code: ExitCode, words: string) {
    super(words);
    this.code = code;
  }
}

/**
 * 1 a failure that `--fail-on` names · 2 wrong usage · 3 the run was refused · 4 item unknown or ambiguous · 5 page unreachable ·
 * 6 too big for a link · 7 not taken by the room.
 */
export type ExitCode = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;
