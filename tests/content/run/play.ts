import { readFileSync, writeFileSync } from 'node:fs';
import { writePlaceholder } from '~/core/values/placeholder';
import { type Block, findBlock, findOutput, isRunnable, readBlocks, valuesOf } from '../blocks.ts';
import { saysTheSame } from './compare.ts';
import { type Printed, Session } from './session.ts';
import type { Scenario, Seat, Step } from './steps.ts';

/** The outcome of a scenario. */
export interface Played {
  guide: string;
  blocks: number;
  run: number;
  compared: number;
  failures: string[];
}

const pageOf = (guide: string): string => {
  const [kind, name] = guide.includes('/') ? guide.split('/') : ['guides', guide];
  return `content/${kind}/${name}.md`;
};

/** The seat and the command for a block: SQL goes to psql by its standard input, as a terminal would send it. */
function commandFor({ language, code }: Block, as: Seat | undefined): { seat: Seat; command: string } {
  if (language !== 'sql') return { seat: as ?? 'bastion', command: code };
  const here = as?.includes('@') ? as : 'bastion';
  const database = here === 'bastion' ? `service=${as ?? 'owner'}` : 'app';
  return { seat: here, command: `psql -X ${database} << 'END-OF-BLOCK'\n${code}END-OF-BLOCK\n` };
}

/** Puts the values that a block names back into what was printed, the longest example first. */
function nameValues(file: string, { written }: Block, printed: string): string {
  const named = [...valuesOf(file).values()].filter(({ name, example }) => example !== '' && written.includes(writePlaceholder(name)));
  return named
    .toSorted((a, b) => b.example.length - a.example.length)
    .reduce((text, { name, example }) => text.replaceAll(example, writePlaceholder(name)), printed);
}

/** Writes what was printed into the page, in place of what it shows. */
function rewrite(file: string, shown: Block, printed: string): void {
  const lines = readFileSync(file, 'utf8').split('\n');
  const indent = ' '.repeat(shown.indent);
  const length = shown.code.split('\n').length - 1;
  const text = nameValues(file, shown, printed)
    .replace(/\s+$/, '')
    .split('\n')
    .map((line) => (line === '' ? '' : `${indent}${line.trimEnd()}`));
  lines.splice(shown.line, length, ...text);
  writeFileSync(file, lines.join('\n'));
}

/** Plays one scenario; with `update`, differing output is written into the guide instead of being a failure. */
export async function play(scenario: Scenario, update: boolean): Promise<Played> {
  const file = pageOf(scenario.guide);
  const sessions = new Map<Seat, Session>();
  const sessionOf = (seat: Seat): Session => {
    const session = sessions.get(seat) ?? new Session(seat);
    sessions.set(seat, session);
    return session;
  };
  const played: Played = { guide: scenario.guide, blocks: 0, run: 0, compared: 0, failures: [] };
  const seen = new Set<number>();

  const compare = (step: Extract<Step, { kind: 'block' }>, block: Block, printed: Printed): void => {
    const where = `${file}:${block.line}`;
    if (step.exit !== undefined && printed.exit !== step.exit)
      played.failures.push(`${where} ended with ${printed.exit}, not ${step.exit}\n${printed.output}`);
    const shown = step.shows === 0 ? undefined : findOutput(readBlocks(file), block, step.shows);
    if (shown === undefined) {
      if (step.exit === undefined && step.shows !== 0 && printed.exit !== 0)
        played.failures.push(`${where} ended with ${printed.exit}\n${printed.output}`);
      return;
    }
    played.compared += 1;
    if (saysTheSame(printed.output, shown.code, step.compare)) return;
    if (update) rewrite(file, shown, printed.output);
    else played.failures.push(`${where} printed\n${printed.output}\nbut shows\n${shown.code}`);
  };

  try {
    for (const step of scenario.steps) {
      if (step.kind === 'shell') {
        const { exit, output } = await sessionOf(step.as ?? 'bastion').run(step.command);
        if (exit !== 0) throw new Error(`The scenario's own command failed: ${step.command}\n${output}`);
        continue;
      }
      const blocks = readBlocks(file);
      const block = findBlock(blocks, step.section, step.nth);
      if (isRunnable(block)) seen.add(block.line);
      if (step.kind === 'save') {
        const machine = (step.on ?? 'bastion').split('@').at(-1);
        writeFileSync(`/machines/${machine}${step.to}`, block.code, { mode: 0o755 });
        continue;
      }
      const { seat, command } = commandFor(block, step.as);
      const named = (step.replace ?? []).reduce((text, [from, to]) => text.replaceAll(from, to), command);
      const started = Date.now();
      const answered = await sessionOf(seat).run(named);
      // Names that were replaced in the command are put back in its output.
      const output = (step.replace ?? []).reduce((text, [from, to]) => text.replaceAll(to, from), answered.output);
      const printed = { ...answered, output };
      if (process.env.VERBOSE) process.stdout.write(`--- ${file}:${block.line} (${Date.now() - started} ms, exit ${printed.exit})\n${printed.output}\n`);
      compare(step, block, printed);
    }
  } catch (error) {
    played.failures.push(error instanceof Error ? error.message : String(error));
  } finally {
    for (const session of sessions.values()) session.close();
  }
  played.run = seen.size;
  return played;
}
