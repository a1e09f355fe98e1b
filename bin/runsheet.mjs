#!/usr/bin/env node
// The command `runsheet`, for a folder of Markdown anywhere. It stays simple enough for any Node, and starts the one that comes with it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const engine = fileURLToPath(new URL('..', import.meta.url));
const { resolve } = createRequire(import.meta.url);

const usage = `usage: runsheet dev   [folder] [--port 4321]      shows the folder's runbooks, and what changes in them
       runsheet build [folder] [--out dist] [--base /docs/team/] [--site https://example.org]
       runsheet check [folder] [--fix] [--boxes] says what is wrong, with file and line; --help: what it can repair
       runsheet mark  --run <link> --done <item> …   marks steps from a pipeline; --help: its options

The folder is ./content where there is one, else this folder. Any Markdown with a task list is a runbook.
`;

/** The options of the commands that build, and the variables by which astro.config.mjs takes them. */
const variables = { '--out': 'OUT_DIR', '--base': 'BASE_PATH', '--site': 'SITE_URL', '--port': 'PORT' };

function stop(sentence) {
  process.stderr.write(`${sentence}\n\n${usage}`);
  process.exit(2);
}

/** The folder and the options of a command line; what is not known goes on to the command itself. */
function readArguments(args) {
  const read = { env: {}, rest: [], folder: undefined };
  for (let i = 0; i < args.length; i++) {
    const [name, given] = args[i].split(/=(.*)/s);
    const variable = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (variable !== undefined) {
      const value = given ?? args[++i];
      if (value === undefined) stop(`${name}: expected a value, found nothing.`);
      read.env[variable] = value;
    } else if (args[i].startsWith('-')) read.rest.push(args[i]);
    else if (read.folder === undefined) read.folder = args[i];
    else stop(`Expected one folder, found \`${read.folder}\` and \`${args[i]}\`.`);
  }
  return read;
}

function findFolder(given) {
  const folder = given ?? process.env.CONTENT_DIR ?? (existsSync('content') ? 'content' : '.');
  if (!existsSync(folder)) stop(`Expected a folder of Markdown, found nothing at \`${folder}\`.`);
  return path.resolve(folder);
}

/** Runs a script of a package or of the engine, with the Node that comes with the engine where it is there. */
function run(script, args, env, cwd = process.cwd()) {
  const own = path.join(
    path.dirname(resolve('node/package.json')),
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  const node = existsSync(own) ? own : process.execPath;
  const child = spawn(node, [script, ...args], { cwd, stdio: 'inherit', env: { ...process.env, ...env } });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('close', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}

const [command, ...args] = process.argv.slice(2);
const astro = () => path.join(path.dirname(resolve('astro/package.json')), 'bin/astro.mjs');

if (command === undefined || command === '--help' || command === 'help') {
  process.stdout.write(usage);
} else if (command === 'mark') {
  run(path.join(engine, 'bin/source.mjs'), [path.join(engine, 'src/build/mark/cli.ts'), ...args], {
    RUNSHEET_COMMAND: 'npx runsheet mark',
  });
} else if (['dev', 'build', 'check'].includes(command)) {
  const { env, rest, folder } = readArguments(args);
  const CONTENT_DIR = findFolder(folder);
  const OUT_DIR = path.resolve(env.OUT_DIR ?? process.env.OUT_DIR ?? 'dist');
  const all = { ...env, CONTENT_DIR, OUT_DIR, ASTRO_TELEMETRY_DISABLED: '1' };
  const named = { ...all, RUNSHEET_COMMAND: 'npx runsheet check' };
  if (command === 'check') run(path.join(engine, 'src/build/check/content.mjs'), rest, named);
  else {
    const port = command === 'dev' ? ['--port', env.PORT ?? process.env.PORT ?? '4321'] : [];
    // Parts of the site are run while it is built, from below the folder that Astro runs in: there they find their packages.
    run(astro(), [command, ...port, ...rest], { ...all, RUNSHEET_FROM: process.cwd() }, engine);
  }
} else {
  stop(`Expected dev, build, check or mark, found \`${command}\`.`);
}
