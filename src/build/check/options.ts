import { nearestOf, quoteAll } from '~/build/markdown/nearest';

/** The command that somebody has given, and as it is written before options. The command `runsheet` says its own name. */
const command = process.env.RUNSHEET_COMMAND ?? 'npm run content';
const withOptions = process.env.RUNSHEET_COMMAND ?? `${command} --`;

/** The options of `npm run content`: its acts besides checking. */
export const options = {
  '--fix': 'repairs boxes that only look like items, where nothing else can have been meant, before it checks',
  '--boxes': 'gives a box to each numbered step of the runbooks that have no items, before it checks',
  '--reference': 'writes the reference of the front matter into the pages that ask for it',
  '--report': 'lists how long each guide takes to read',
  '--help': 'prints this help',
} as const;

/** The lines of its usage text. */
export const help = [
  `${command.padEnd(withOptions.length + 13)}checks every page below the content folder: finds all that the build finds, and more`,
  ...Object.entries(options).map(([option, what]) => `${withOptions} ${option.padEnd(12)}${what}`),
  '',
  'Exit codes: 0 there are warnings at most, 1 something leads nowhere or would stop the build, 2 an option is unknown.',
];

/** Returns a sentence about the first unknown option; `undefined` where all are known. */
export function findUnknownOption(args: readonly string[]): string | undefined {
  const known = Object.keys(options);
  const unknown = args.find((arg) => !known.includes(arg));
  if (unknown === undefined) return undefined;
  return `Expected one of the options ${quoteAll(known)}, found \`${unknown}\`. The nearest: ${quoteAll(nearestOf(unknown, known, 1))}.`;
}
