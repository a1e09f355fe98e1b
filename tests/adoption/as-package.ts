import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { freePorts } from '../room/installed';
import { end, makeFolder, makeStopwatch, outside, run, start, tick, tickIn, write } from './steps';

/** A folder of Markdown as a team has it: pages of both kinds of file, in folders of their own, with a picture. */
const folder = {
  'ops/deploy/web.md':
    '# Deploy the web shop\n\n![A dot](dot.svg)\n\n- [ ] Take a backup [How](../../docs/backup.mdx)\n- [ ] Roll out\n',
  'ops/deploy/dot.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" width="1" height="1"><rect width="1" height="1"/></svg>',
  'docs/backup.mdx':
    '# Back up\n\nimport Note from "~/components/mdx/Note.astro";\n\n<Note title="Mind">Not on a Monday.</Note>\n\n- [ ] Dump {1 + 1} databases\n',
  'ops/deploy/by-hand.md': '# Deploy by hand\n\n1. Copy the files\n2. Restart\n',
  'site.yaml':
    'title: Shop\nfolders: { runbooks: [ops], guides: [docs] }\nanalytics: { script: https://stats.example.com/a.js, data: { domain: shop } }\n',
  'theme.css': ':root { --soft: light-dark(#bbb, #9aa3b2) }\n',
};

/** A package: packed, installed into an empty project beside a folder of Markdown, each of its commands run. */
export async function adoptAsPackage(repository: string): Promise<void> {
  const packed = makeFolder('packed');
  await run(repository, 'npm', ['pack', '--ignore-scripts', '--pack-destination', packed]);
  const { version } = JSON.parse(readFileSync(path.join(repository, 'package.json'), 'utf8')) as { version: string };

  const watch = makeStopwatch('As a package');
  const project = makeFolder('project');
  write(project, { 'package.json': '{ "name": "shop", "private": true }\n' });
  for (const [name, text] of Object.entries(folder)) write(path.join(project, 'runsheets'), { [name]: text });
  await run(project, 'npm', ['install', '--no-audit', '--no-fund', path.join(packed, `runsheet-${version}.tgz`)]);
  watch.lap('npm install');

  const said = await run(project, 'npx', ['runsheet', 'check', 'runsheets']);
  expect(said).toContain('runsheets/theme.css:1  Expected a contrast of at least 4.5 between `--soft`');
  expect(said).toContain('Expected steps that can be ticked, found 2 numbered ones without a box.');
  expect(said).toContain('3 pages: 0 errors');
  watch.lap('npx runsheet check');
  expect(await run(project, 'npx', ['runsheet', 'check', 'runsheets', '--boxes'])).toContain('2 steps boxed');

  await run(project, 'npx', ['runsheet', 'build', 'runsheets', '--out', 'public/site', '--base', '/shop/']);
  watch.lap('npx runsheet build');
  const dist = path.join(project, 'public/site');
  const link = await tickIn(dist, 'runbooks/deploy/web/', 'Take a backup', '/shop/');
  watch.lap('opened and ticked');
  watch.stop();

  const backup = readFileSync(path.join(dist, 'guides/backup/index.html'), 'utf8');
  expect(backup).toContain('Not on a Monday.');
  expect(backup).toContain('Dump 2 databases');
  expect(backup).toContain('<script async src="https://stats.example.com/a.js" data-domain="shop">');
  expect(backup).toContain("connect-src 'self' https://stats.example.com;");
  expect(readFileSync(path.join(dist, 'runbooks/deploy/by-hand/index.html'), 'utf8')).toContain('id="copy-the-files"');
  expect(readFileSync(path.join(dist, '_headers'), 'utf8')).toContain('/shop/_astro/*');

  const page = path.join(dist, 'runbooks/deploy/web/page.json');
  const args = ['runsheet', 'mark', '--run', link, '--page', page, '--done', 'Roll out', '--format', 'markdown'];
  expect(await run(project, 'npx', args, outside())).toMatch(/- \[x\] Take a backup[\s\S]*- \[x\] Roll out/);
  watch.lap('npx runsheet mark');

  const [port = 0] = await freePorts(1);
  const address = `http://localhost:${port}/runbooks/deploy/web/`;
  const server = await start(project, 'npx', ['runsheet', 'dev', 'runsheets', '--port', String(port)], address);
  try {
    watch.lap('npx runsheet dev');
    await tick(address, 'Roll out');
    watch.lap('opened and ticked there');
  } finally {
    end(server);
  }
}
