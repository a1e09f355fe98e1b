import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { security } from '~/build/hosts/headers';
import { writeCaddy } from '~/build/hosts/write-caddy';
import { writeHeadersFile } from '~/build/hosts/write-headers';
import { writeNginx } from '~/build/hosts/write-nginx';
import { find, freePorts } from '../room/installed';

const committed = { 'nginx.conf': writeNginx(), Caddyfile: writeCaddy() };

describe('the files for hosts', () => {
  it.each(Object.entries(committed))('deploy/hosts/%s holds the headers that the build knows', (name, text) => {
    const file = path.resolve('deploy/hosts', name);
    if (process.env['UPDATE'] === '1') writeFileSync(file, text);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('`_headers` has one rule a path, below the base path', () => {
    const text = writeHeadersFile('/docs/team/');
    const rules = text.trim().split('\n\n');
    expect(rules.map((rule) => rule.split('\n')[0])).toEqual(
      ['*', '_astro/*', '*.webmanifest', '*.md', '*.wasm'].map((name) => `/docs/team/${name}`),
    );
    for (const [name, value] of security) expect(rules[0]).toContain(`\n  ${name}: ${value}`);
    // Cloudflare puts the values of all rules that fit together: only one may speak of a header.
    expect(text.match(/Cache-Control/g)).toHaveLength(1);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(2000);
  });
});

/** A folder as a build leaves it. */
function makeSite(): string {
  const site = path.join(mkdtempSync(path.join(tmpdir(), 'hosted-')), 'dist');
  const files = {
    'index.html': 'home',
    '404.html': 'There is no page here',
    'runbooks/release/index.html': 'release',
    'runbooks/release.md': '# Release',
    'manifest.webmanifest': '{}',
    'pagefind/a.wasm': 'wasm',
    '_astro/page.1234567.js': 'js',
    _headers: 'rules',
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(site, name)), { recursive: true });
    writeFileSync(path.join(site, name), text);
  }
  return site;
}

/** The hosts, and how each is started with its file of deploy/hosts, moved to a folder and a port of this machine. */
const hosts = {
  nginx: (site: string, port: number): string[] => {
    const folder = path.dirname(site);
    const server = committed['nginx.conf']
      .replace(/listen 80;/, `listen 127.0.0.1:${port};`)
      .replace('/var/www/runbooks', site)
      .replace('include mime.types', 'include /etc/nginx/mime.types');
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (kind) => `${kind}_temp_path ${folder}/${kind};`,
    );
    const http = `pid ${folder}/pid; events {} http { access_log off; ${temporary.join(' ')}\n${server}}`;
    writeFileSync(path.join(folder, 'nginx.conf'), http);
    return [
      '-p',
      folder,
      '-c',
      path.join(folder, 'nginx.conf'),
      '-e',
      'stderr',
      '-g',
      'daemon off; master_process off;',
    ];
  },
  caddy: (site: string, port: number): string[] => {
    const file = path.join(path.dirname(site), 'Caddyfile');
    const server = committed.Caddyfile.replace('runbooks.example.com', `http://127.0.0.1:${port}`);
    writeFileSync(file, `{\n admin off\n}\n${server.replace('/var/www/runbooks', site)}`);
    return ['run', '--config', file, '--adapter', 'caddyfile'];
  },
};

let running: ChildProcess | undefined;
afterEach(() => void running?.kill());

/** Asks until the host answers; its last words where it ended instead. */
async function untilReady(origin: string, child: ChildProcess): Promise<void> {
  let words = '';
  child.stderr?.on('data', (data: Buffer) => (words += data.toString()));
  for (;;) {
    if (child.exitCode !== null) throw new Error(words);
    const answered = await fetch(origin).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await new Promise((next) => setTimeout(next, 50));
  }
}

describe.each(Object.entries(hosts))('%s, where it is installed', (program, prepare) => {
  const found = find(program);
  it.runIf(found !== undefined)('serves a site with its headers', async () => {
    const [port = 0] = await freePorts(1);
    const args = prepare(makeSite(), port);
    running = spawn(found ?? '', args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, HOME: tmpdir() },
    });
    const origin = `http://127.0.0.1:${port}`;
    await untilReady(origin, running);
    const get = async (address: string) => {
      const answer = await fetch(origin + address, { redirect: 'manual' });
      return { status: answer.status, text: await answer.text(), of: (name: string) => answer.headers.get(name) ?? '' };
    };

    for (const address of ['/', '/runbooks/release/', '/_astro/page.1234567.js', '/nowhere/']) {
      const answer = await get(address);
      for (const [name, value] of security) expect(answer.of(name), `${name} of ${address}`).toBe(value);
    }
    expect((await get('/runbooks/release/')).text).toBe('release');
    expect((await get('/')).of('cache-control')).toBe('no-cache');
    expect((await get('/_astro/page.1234567.js')).of('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await get('/manifest.webmanifest')).of('content-type')).toMatch(/^application\/manifest\+json/);
    expect((await get('/runbooks/release.md')).of('content-type')).toBe('text/markdown; charset=utf-8');
    expect((await get('/pagefind/a.wasm')).of('content-type')).toBe('application/wasm');
    expect(await get('/nowhere/')).toMatchObject({ status: 404, text: 'There is no page here' });
    expect((await get('/_headers')).status).toBe(404);
    const folder = await get('/runbooks/release');
    expect([301, 302, 307, 308]).toContain(folder.status);
    expect(new URL(folder.of('location'), origin).href).toBe(`${origin}/runbooks/release/`);
  });
});
