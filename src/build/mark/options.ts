import { parseArgs } from 'node:util';
import { messageOf } from '~/build/message-of';
import type { Mark } from '~/core/page/page';
import { caps } from '~/core/run/caps';
import { answers, type Answer } from '~/core/run/entry';
import { ok, refuse, type Result } from '~/core/result';

/** The command as it is written before its options. The command `runsheet` says its own name. */
const command = process.env['RUNSHEET_COMMAND'] ?? 'npm run mark --';

export const usage = `usage: ${command} --run <link, file or -> [--page <page.json or its address>]
         --done | --failed | --skipped | --clear <item: its id or words of it> …
         [--note <text>] [--hold <section/role=go, no-go or nothing>] [--by <name, such as ci/1234>]
         [--format link | json | markdown] [--summary <file>] [--fail-on failed | open | no-go] [--live] [--ended]

A run that has ended takes no mark, unless --ended is given.
With --live the marks go into the room of RUNSHEET_ROOM, over the broker of RUNSHEET_BROKER or of site.yaml.
The result is on the standard output, everything else on the error output. Exit codes: 0 done, 1 what --fail-on names,
2 wrong usage, 3 the run was refused, 4 item unknown or ambiguous, 5 page unreachable, 6 too big for a link, 7 not taken by the room.
`;

export const formats = ['link', 'json', 'markdown'] as const;
export const failures = ['failed', 'open', 'no-go'] as const;
export type Failure = (typeof failures)[number];

export interface HoldAnswer {
  after: string;
  role: string;
  answer: Answer;
}

export interface Options {
  run: string | undefined;
  page: string | undefined;
  marks: readonly { mark: Mark; item: string }[];
  note: string | undefined;
  holds: readonly HoldAnswer[];
  by: string | undefined;
  format: (typeof formats)[number];
  summary: string | undefined;
  failOn: readonly Failure[];
  live: boolean;
  /** Enter marks even where the run has ended. */
  ended: boolean;
}

/** The mark that each of these options gives to the items behind it. */
const markOf = new Map<string, Mark>([
  ['done', 'done'],
  ['failed', 'failed'],
  ['skipped', 'skipped'],
  ['clear', 'todo'],
]);

const text = { type: 'string' } as const;
const many = { type: 'string', multiple: true } as const;
const flags = {
  ...{ run: text, page: text, note: text, by: text, format: text, summary: text },
  hold: many,
  'fail-on': many,
};

function isOneOf<Known extends string>(known: readonly Known[], value: string): value is Known {
  return (known as readonly string[]).includes(value);
}

const noItem = 'Expected an item after --done, --failed, --skipped or --clear, found none.';

const bytesOf = (given: string) => new TextEncoder().encode(given).length;

/** Reads "section/role=go". Neither anchors nor answers hold a slash or an equals sign; a role may. */
function readHold(given: string): HoldAnswer | undefined {
  const [, after, role, answer = ''] = /^([^/]+)\/(.+)=([^=]*)$/s.exec(given) ?? [];
  return after !== undefined && role !== undefined && isOneOf(answers, answer) ? { after, role, answer } : undefined;
}

/** Reads the arguments of the command: returns the options, or a sentence that says what is wrong. */
export function readOptions(args: readonly string[]): Result<Options, string> {
  // `--done`, `--failed` … are followed by one item or several: they are taken out first, up to the next option.
  const marks: { mark: Mark; item: string }[] = [];
  const rest: string[] = [];
  let current: Mark | undefined;
  let taken = true;
  for (const arg of args) {
    const name = arg.startsWith('--') ? arg.slice(2) : undefined;
    if (name !== undefined) {
      if (!taken) return refuse(noItem);
      current = markOf.get(name);
      taken = current === undefined;
      if (current === undefined) rest.push(arg);
    } else if (current === undefined) {
      rest.push(arg);
    } else {
      marks.push({ mark: current, item: arg });
      taken = true;
    }
  }
  if (!taken) return refuse(noItem);
  try {
    const { values } = parseArgs({
      args: rest,
      options: { ...flags, live: { type: 'boolean' }, ended: { type: 'boolean' } },
      strict: true,
    });
    const { format = 'link' } = values;
    if (!isOneOf(formats, format)) return refuse(`--format: expected ${formats.join(', ')}, found ${format}.`);
    const failOn: Failure[] = [];
    for (const given of (values['fail-on'] ?? []).flatMap((one) => one.split(','))) {
      if (!isOneOf(failures, given)) return refuse(`--fail-on: expected ${failures.join(', ')}, found ${given}.`);
      failOn.push(given);
    }
    const holds: HoldAnswer[] = [];
    for (const given of values.hold ?? []) {
      const hold = readHold(given);
      if (hold === undefined)
        return refuse(
          `--hold: expected section/role=go or section/role=no-go, or nothing after the sign to take an answer back, found ${given}.`,
        );
      holds.push(hold);
    }
    const { run, page, note, by, summary, live = false, ended = false } = values;
    if (run === '' || (run === undefined && !live))
      return refuse('--run: expected a link, a file or -, found nothing.');
    if (note !== undefined && marks.length === 0) return refuse('--note: expected an item to note it on, found none.');
    if (bytesOf(note ?? '') > caps.text) {
      return refuse(`--note: expected at most ${String(caps.text)} bytes, found ${String(bytesOf(note ?? ''))}.`);
    }
    return ok({ run, page, marks, note, holds, by, format, summary, failOn, live, ended });
  } catch (error) {
    return refuse(messageOf(error));
  }
}
