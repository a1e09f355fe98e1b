import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/*
 * One build, measured from outside by Linux's own books: a look every tenth of a second at the processor's time and the memory of the
 * build and of the programs that it started. Seconds of the processor, because a busy machine lengthens all others.
 */

/** The steps of a build, in their order; each ends with a line that the build prints. */
const ends = {
  start: /Syncing content/,
  content: /Synced content/,
  bundles: /generating static routes/,
  pages: /✓ Completed in .*\n[\s\S]*\[build\].*✓ Completed/,
  index: /the index took/,
} as const;

export type Phase = keyof typeof ends | 'rest';
export const phases = [...Object.keys(ends), 'rest'] as Phase[];

export interface Measured {
  /** Seconds of the processor: of all, and of each step. */
  seconds: number;
  steps: Record<Phase, number>;
  /** The most memory that the build held, in MB, the programs that it started included. */
  memory: number;
}

const look = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

/** Seconds of the processor that a process has used; Linux counts hundredths. */
function secondsOf(pid: number): number {
  const fields = look(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100;
}

const memoryOf = (pid: number): number => Number(/VmRSS:\s+(\d+)/.exec(look(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;

const childrenOf = (pid: number): number[] => {
  const own = look(`/proc/${pid}/task/${pid}/children`).trim().split(' ').filter(Boolean).map(Number);
  return own.flatMap((child) => [child, ...childrenOf(child)]);
};

/** Watches a process; gives its seconds so far, and the most memory that was seen. */
function watch(pid: number) {
  const used = new Map<number, number>();
  let memory = 0;
  const sample = (): number => {
    const all = [pid, ...childrenOf(pid)];
    for (const one of all) used.set(one, Math.max(used.get(one) ?? 0, secondsOf(one)));
    memory = Math.max(
      memory,
      all.reduce((sum, one) => sum + memoryOf(one), 0),
    );
    return [...used.values()].reduce((sum, seconds) => sum + seconds, 0);
  };
  return { sample, memory: () => memory };
}

export interface Build {
  /** The project's folder, and that of the finished site. */
  root: string;
  out: string;
  /** Settings beside those of this process. */
  settings?: Record<string, string>;
  /** Nothing that earlier builds kept is used. */
  isClean: boolean;
  /** Astro's program, where it is not this project's. */
  astro?: string;
  /** A profile is left in this folder. */
  profile?: string | undefined;
}

const ownAstro = path.resolve(import.meta.dirname, '../../node_modules/astro/bin/astro.mjs');

/** Builds a site with Astro. Throws what the build said where it fails. */
export async function measureBuild(asked: Build): Promise<Measured> {
  const { root, out, settings, isClean, astro = ownAstro, profile } = asked;
  const flags = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
  const words = [...flags, astro, 'build', '--root', root, '--outDir', out, ...(isClean ? ['--force'] : [])];
  const env = { ...process.env, CI: 'true', ASTRO_TELEMETRY_DISABLED: '1', OUT_DIR: out, ...settings };
  const build = spawn(process.execPath, words, { cwd: root, env });
  const watched = watch(build.pid ?? 0);
  const timer = setInterval(watched.sample, 100);
  const reached: Partial<Record<Phase, number>> = {};
  let said = '';
  const hear = (text: Buffer) => {
    said += text.toString().replace(/\x1b\[\d+m/g, '');
    for (const [phase, end] of Object.entries(ends) as [Phase, RegExp][]) {
      if (reached[phase] === undefined && end.test(said)) reached[phase] = watched.sample();
    }
  };
  build.stdout.on('data', hear);
  build.stderr.on('data', hear);
  const code = await new Promise((done) => build.on('exit', done));
  clearInterval(timer);
  if (code !== 0) throw new Error(`${root} could not be built:\n${said.slice(-2000)}`);
  reached.rest = watched.sample();
  let before = 0;
  const steps = Object.fromEntries(
    phases.map((phase) => {
      const until = reached[phase] ?? before;
      const step = [phase, until - before] as const;
      before = until;
      return step;
    }),
  ) as Record<Phase, number>;
  return { seconds: reached.rest, steps, memory: watched.memory() };
}
