import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'astro/zod';

const permissions = z.record(z.string(), z.string());
const step = z.object({ uses: z.string().optional(), with: z.record(z.string(), z.unknown()).optional() });
const workflow = z.object({
  permissions,
  jobs: z.record(z.string(), z.object({ permissions: permissions.optional(), steps: z.array(step) })),
});

const folder = '.github/workflows';
const texts = readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`, 'utf8'));

describe('the workflows', () => {
  test('name every action by its commit, with its version beside it', () => {
    const uses = texts.flatMap((text) => text.split('\n').filter((line) => /\buses:/.test(line)));
    expect(uses.length).toBeGreaterThan(5);
    expect(uses.filter((line) => !/uses: [\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  test('may read, and only what publishes the site may do more; no step is left a token to push with', () => {
    for (const { permissions, jobs } of texts.map((text) => workflow.parse(parse(text)))) {
      expect(permissions).toEqual({ contents: 'read' });
      for (const [name, job] of Object.entries(jobs)) {
        const more = Object.entries(job.permissions ?? {}).filter(([, right]) => right !== 'read');
        expect(more.map(([of]) => of)).toEqual(name === 'deploy' ? ['pages', 'id-token'] : []);
        const checkouts = job.steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
        expect(checkouts.map((one) => one.with?.['persist-credentials'])).toEqual(checkouts.map(() => false));
      }
    }
  });

  test('are kept up to date, as are the packages', () => {
    const { updates } = z
      .object({ updates: z.array(z.object({ 'package-ecosystem': z.string() })) })
      .parse(parse(readFileSync('.github/dependabot.yml', 'utf8')));
    expect(updates.map((one) => one['package-ecosystem'])).toEqual(['github-actions', 'npm']);
  });
});

describe('the lock file', () => {
  const { packages } = z
    .object({
      packages: z.record(
        z.string(),
        z.object({
          integrity: z.string().optional(),
          hasInstallScript: z.boolean().optional(),
          link: z.boolean().optional(),
        }),
      ),
    })
    .parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
  const installed = Object.entries(packages).filter(([name, { link }]) => name !== '' && !link);

  test('holds the hash of every package', () =>
    expect(installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([name]) => name)).toEqual(
      [],
    ));

  test('holds no package that runs a script when it is installed but those that SECURITY.md gives reasons for', () => {
    const scripted = installed
      .filter(([, one]) => one.hasInstallScript)
      .map(([name]) => name.replace('node_modules/', ''));
    const [, reasons = ''] = readFileSync('SECURITY.md', 'utf8').split('## What runs when it is installed');
    const named = [...(reasons.split('\n## ')[0] ?? '').matchAll(/^- `([^`]+)`/gm)].map(([, name]) => name);
    expect(scripted.toSorted()).toEqual(named.toSorted());
  });
});
