import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/*
 * A development server shows what lies on the disk, whatever was done to it meanwhile. The engine is copied to a folder of its own, because
 * of one folder Astro runs one server; the content lies elsewhere, because nothing below node_modules is watched.
 */

let root: string;
let content: string;
let server: ChildProcess;
let address: string;
const at = (file: string): string => path.join(content, file);
const write = (file: string, text: string): void => {
  mkdirSync(path.dirname(at(file)), { recursive: true });
  writeFileSync(at(file), text);
};

/** Waits for the address at which the server says that it listens. */
const listens = (): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    const read = (part: Buffer) => {
      said += part.toString();
      const found = /http:\/\/localhost:\d+/.exec(said)?.[0];
      if (found !== undefined) resolve(found);
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.once('exit', () => reject(new Error(said)));
  });

/** The page at a path, and its status. */
async function visit(page: string): Promise<string> {
  const answer = await fetch(address + page);
  return `${answer.status} ${await answer.text()}`;
}
const shows = (page: string) => expect.poll(() => visit(page), { timeout: 60_000, interval: 200 });

beforeAll(async () => {
  mkdirSync('node_modules/.cache', { recursive: true });
  root = mkdtempSync(path.resolve('node_modules/.cache/dev-server-'));
  content = mkdtempSync(path.join(tmpdir(), 'runsheet-'));
  for (const name of ['src', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'])
    cpSync(name, path.join(root, name), { recursive: true });
  write('runbooks/release.md', '# Release\n\n- [ ] Copy ([How](../guides/copies.md#by-hand))\n');
  write('guides/copies.md', '# Copies\n\n## By hand\n');
  const astro = path.resolve('node_modules/astro/bin/astro.mjs');
  const port = String(20_000 + (process.pid % 10_000));
  // Beneath Vitest, Astro answers no request.
  const env = { ...process.env, VITEST: undefined, CONTENT_DIR: content, ASTRO_TELEMETRY_DISABLED: '1' };
  server = spawn(process.execPath, [astro, 'dev', '--port', port], { cwd: root, env });
  address = await listens();
}, 120_000);

afterAll(async () => {
  const isOver = once(server, 'exit');
  server.kill();
  await isOver;
  for (const folder of [root, content]) rmSync(folder, { recursive: true });
});

describe('a server that watches', () => {
  it('shows what is so of a link when only the page that it leads to has changed', async () => {
    await shows('/runbooks/release/').toMatch(/^200 .*data-item/s);
    write('guides/copies.md', '# Copies\n\n## By machine\n');
    await shows('/runbooks/release/').toContain('nowhere');
    write('guides/copies.md', '# Copies\n\n## By hand\n');
    await shows('/runbooks/release/').not.toContain('nowhere');
    rmSync(at('guides/copies.md'));
    await shows('/runbooks/release/').toContain('nowhere');
  });

  it('shows a picture that came after the page', async () => {
    write('guides/rack.md', '# Rack\n\n![Front](front.svg)\n');
    await shows('/guides/rack/').toContain('missing');
    write('guides/front.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    await shows('/guides/rack/').toMatch(/<img [^>]*alt="Front"/);
  });

  it('keeps a page whose file has got another name for the same address, or loses a second file for it', async () => {
    write('runbooks/Drain.md', '# Drain\n\n- [ ] First\n');
    await shows('/runbooks/drain/').toMatch(/^200 .*First/s);
    renameSync(at('runbooks/Drain.md'), at('runbooks/drain.md'));
    write('runbooks/sign.md', '# Sign of another change\n');
    await shows('/runbooks/sign/').toMatch(/^200/);
    await shows('/runbooks/drain/').toMatch(/^200 .*First/s);
    write('runbooks/drain.mdx', '# Drain\n\n- [ ] Second\n');
    await shows('/runbooks/drain/').toContain('Second');
    rmSync(at('runbooks/drain.mdx'));
    await shows('/runbooks/drain/').toMatch(/^200 .*First/s);
  });

  it('shows no page that is gone, in the navigation neither', async () => {
    write('runbooks/deep/old.md', '# An old page\n');
    await shows('/').toContain('An old page');
    rmSync(at('runbooks/deep'), { recursive: true });
    await shows('/runbooks/deep/old/').toMatch(/^404/);
    await shows('/').not.toContain('An old page');
  });
});
