import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { Seat } from './steps.ts';

/** The text that a command printed, on both of its outputs, and its exit code. */
export interface Printed {
  output: string;
  exit: number;
}

const end = /(?:^|\n)?<<<end (\d+)>>>\n/;

/**
 * A shell that stays open for the length of a scenario, so that variables and functions last as they do for a reader.
 * Its machine is a namespace of the run; the commands are files there, because a block may hold anything.
 */
export class Session {
  readonly #shell: ChildProcessWithoutNullStreams;
  readonly #folder: string;
  #printed = '';
  #count = 0;
  #heard: () => void = () => undefined;

  constructor(seat: Seat) {
    const [user, machine] = seat.includes('@') ? (seat.split('@') as [string, string]) : ['root', seat];
    const shell = user === 'root' ? ['bash'] : ['/machines/shims/sudo', '-iu', user, 'bash'];
    this.#folder = `/machines/${machine}/tmp`;
    this.#shell = spawn('/machines/shims/enter', [machine, ...shell], { stdio: 'pipe' });
    for (const stream of [this.#shell.stdout, this.#shell.stderr])
      stream.on('data', (data: Buffer) => {
        this.#printed += data.toString();
        this.#heard();
      });
  }

  /** Runs a command and waits for its end; `seconds` at most. */
  async run(command: string, seconds = 240): Promise<Printed> {
    this.#count += 1;
    const name = `block-${this.#count}.sh`;
    writeFileSync(`${this.#folder}/${name}`, command, { mode: 0o755 });
    this.#printed = '';
    const ended = new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`No end after ${seconds} s:\n${this.#printed}`)), seconds * 1000);
      this.#heard = () => {
        if (!end.test(this.#printed)) return;
        clearTimeout(timer);
        resolve();
      };
    });
    this.#shell.stdin.write(`. /tmp/${name} 2>&1 < /dev/null; echo "<<<end $?>>>"\n`);
    await ended;
    const exit = Number(end.exec(this.#printed)?.[1]);
    return { output: this.#printed.replace(end, ''), exit };
  }

  close(): void {
    this.#shell.stdin.end();
    this.#shell.kill();
  }
}
