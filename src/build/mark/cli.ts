import { markFromCommandLine } from './mark';

// A reader that closes early, as `| head` does, has seen enough.
process.stdout.on('error', () => process.exit());
process.exitCode = await markFromCommandLine(process.argv.slice(2), {
  env: process.env,
  input: process.stdin,
  print: (result) => void process.stdout.write(result),
  say: (words) => void process.stderr.write(words),
  now: Math.floor(Date.now() / 60_000),
});
