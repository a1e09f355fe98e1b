// `npm run upgrade`: takes over a newer engine. It uses what every machine with git and Node has, because it replaces everything else.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/*
 * The engine is every file of its repository but those that are the site's own (`isOwn`). Each is compared in three states: as the engine had
 * it when it was last taken over (base), as it is here (ours), and as the newer engine has it (theirs). What was not changed here is
 * replaced; what was changed on both sides is merged as git merges it. Nothing is committed, so `git diff` shows all of it.
 *
 * `engine.json` keeps where the engine comes from and which commit was taken over last. Before the first upgrade there is none: then the
 * base is the commit of the engine whose files the first commit of this repository holds, as "Use this template" made it.
 */

const usage = `usage: npm run upgrade -- [--from <address or folder of the engine's repository>] [--to <branch, tag or commit>]

Takes over a newer engine and leaves content/ alone. Nothing is committed: look at \`git diff\`, run \`npm ci && npm run build\`, commit.
The address is kept in engine.json, so that it is needed only once. Without --to: the engine's main branch.
`;

const kept = 'engine.json';

/** Files that are the site's own, whatever the engine has. */
const isOwn = (file) => file.startsWith('content/') || file === kept;

const stop = (sentence, code = 2) => {
  process.stderr.write(`${sentence}\n`);
  process.exit(code);
};

const git = (...args) =>
  execFileSync('git', args, { encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'pipe'] });
const bytes = (...args) => execFileSync('git', args, { maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'pipe'] });

const attempt = (act) => {
  try {
    return act();
  } catch {
    return undefined;
  }
};

function readArguments(args) {
  const read = {};
  for (let i = 0; i < args.length; i++) {
    const [name, given] = args[i].split(/=(.*)/s);
    if (name === '--help') {
      process.stdout.write(usage);
      process.exit(0);
    }
    if (name !== '--from' && name !== '--to') stop(`Expected --from or --to, found \`${args[i]}\`.\n\n${usage}`);
    const value = given ?? args[++i];
    if (!value) stop(`${name}: expected a value, found nothing.\n\n${usage}`);
    read[name.slice(2)] = value;
  }
  return read;
}

const readKept = () => (existsSync(kept) ? attempt(() => JSON.parse(readFileSync(kept, 'utf8'))) : undefined) ?? {};

/** The files of a commit, with the mode and name of each one's content. */
function listFiles(store, commit) {
  const lines = git('-C', store, 'ls-tree', '-r', '-z', commit).split('\0').filter(Boolean);
  return new Map(
    lines.map((line) => {
      const [head, file] = line.split('\t');
      const [mode, , blob] = head.split(' ');
      return [file, { mode, blob }];
    }),
  );
}

/** The commit of the engine that this repository began as: the newest with the files of its first commit. */
function findBeginning(store, tip) {
  const first = git('rev-list', '--max-parents=0', 'HEAD').trim().split('\n').at(-1);
  const tree = git('rev-parse', `${first}^{tree}`).trim();
  const lines = git('-C', store, 'log', '--format=%H %T', tip).split('\n');
  return lines.map((line) => line.split(' ')).find(([, its]) => its === tree)?.[0];
}

function mergeFile(ours, base, theirs) {
  const folder = mkdtempSync(path.join(tmpdir(), 'merge-'));
  const put = (name, content) => (writeFileSync(path.join(folder, name), content), path.join(folder, name));
  const files = [put('yours', ours), put('before', base), put('newer', theirs)];
  try {
    return {
      content: bytes('merge-file', '-p', '-L', 'yours', '-L', 'before', '-L', 'newer engine', ...files),
      conflicts: 0,
    };
  } catch (error) {
    // git answers with the number of conflicts, and 255 for files that it cannot merge, such as pictures.
    return error.status > 0 && error.status < 128 ? { content: error.stdout, conflicts: error.status } : undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const { from: asked, to = 'HEAD' } = readArguments(process.argv.slice(2));
const before = readKept();
const from = asked ?? before.from;
if (from === undefined) stop(`Expected the address of the engine's repository, found none.\n\n${usage}`);
if (attempt(() => git('rev-parse', '--is-inside-work-tree')) === undefined)
  stop('Expected a git repository here, found none.');
process.chdir(git('rev-parse', '--show-toplevel').trim());
if (git('status', '--porcelain', '--untracked-files=no') !== '') {
  stop(
    'Expected everything to be committed, found changes: commit or stash them first, so that you can see what the upgrade does.',
    1,
  );
}

const store = mkdtempSync(path.join(tmpdir(), 'engine-'));
process.on('exit', () => rmSync(store, { recursive: true, force: true }));
if (attempt(() => git('clone', '--quiet', '--bare', from, store)) === undefined)
  stop(`The engine's repository could not be fetched: ${from}`, 1);
const tip = attempt(() => git('-C', store, 'rev-parse', '--verify', '--quiet', `${to}^{commit}`).trim());
if (tip === undefined) stop(`Expected a branch, tag or commit of the engine, found \`${to}\`.`, 1);
const known =
  before.commit &&
  attempt(() => git('-C', store, 'rev-parse', '--verify', '--quiet', `${before.commit}^{commit}`).trim());
const base = known ?? findBeginning(store, tip);
if (base === undefined) {
  process.stderr.write(
    'It is not known from which commit of the engine this site began: files that differ are replaced, not merged.\n',
  );
}

const theirs = listFiles(store, tip);
const earlier = base === undefined ? new Map() : listFiles(store, base);
const done = { replaced: 0, added: 0, removed: 0, merged: [], conflicts: [], left: [] };
const contentOf = ({ blob }) => bytes('-C', store, 'cat-file', 'blob', blob);

for (const file of [...new Set([...earlier.keys(), ...theirs.keys()])].filter((one) => !isOwn(one)).toSorted()) {
  const [was, will] = [earlier.get(file), theirs.get(file)];
  // What the engine has not changed since stays as it is here, changed or taken out.
  if (was !== undefined && was.blob === will?.blob) continue;
  const ours = existsSync(file) ? readFileSync(file) : undefined;
  const isUnchanged = ours !== undefined && was !== undefined && ours.equals(contentOf(was));
  if (will === undefined) {
    if (isUnchanged) {
      rmSync(file);
      done.removed += 1;
    } else if (ours !== undefined) done.left.push(file);
    continue;
  }
  const next = contentOf(will);
  if (ours?.equals(next)) continue;
  let content = next;
  if (ours === undefined) done.added += 1;
  else if (isUnchanged || base === undefined) done.replaced += 1;
  else {
    const merged = mergeFile(ours, was === undefined ? '' : contentOf(was), next);
    if (merged === undefined) {
      done.left.push(file);
      continue;
    }
    content = merged.content;
    (merged.conflicts > 0 ? done.conflicts : done.merged).push(file);
  }
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  writeFileSync(file, content, { mode: will.mode === '100755' ? 0o755 : 0o644 });
}
writeFileSync(kept, `${JSON.stringify({ from, commit: tip }, undefined, 2)}\n`);

const list = (title, files) => (files.length === 0 ? '' : `${title}\n${files.map((file) => `  ${file}\n`).join('')}`);
process.stdout.write(
  `Taken over: ${tip.slice(0, 10)} of ${from}. ${done.replaced} files replaced, ${done.added} added, ${done.removed} removed; content/ is as it was.\n` +
    list('Merged with your own changes:', done.merged) +
    list('Left as they are, because you have changed them and they cannot be merged:', done.left) +
    list('To be settled by you, where <<<<<<< stands:', done.conflicts) +
    'Next: git diff, npm ci && npm run build, then commit.\n',
);
process.exitCode = done.conflicts.length > 0 ? 1 : 0;
