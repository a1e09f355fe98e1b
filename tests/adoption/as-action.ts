import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { parse } from 'yaml';
import { z } from 'astro/zod';
import { git, makeFolder, makeStopwatch, outside, run, tickIn, write } from './steps';

const step = z.object({
  name: z.string(),
  id: z.string().optional(),
  shell: z.literal('bash'),
  run: z.string(),
  'working-directory': z.string().optional(),
  env: z.record(z.string(), z.string()).default({}),
});

export const actionSchema = z.object({
  inputs: z.record(z.string(), z.object({ description: z.string(), default: z.string() })),
  outputs: z.record(z.string(), z.object({ description: z.string(), value: z.string() })),
  runs: z.object({ using: z.literal('composite'), steps: z.array(step) }),
});

/** Copies the files that git knows, without their history: as a runner fetches an action. */
export async function copyCommitted(repository: string, folder: string): Promise<void> {
  const archive = path.join(makeFolder('archive'), 'engine.tar');
  await git(repository, 'archive', '--format=tar', `--output=${archive}`, 'HEAD');
  await run(folder, 'tar', ['-xf', archive]);
}

/** The GitHub Action: each step of `action.yml`, as the file says it, in a repository of another team. */
export async function adoptAsAction(repository: string): Promise<void> {
  const engine = makeFolder('action');
  await copyCommitted(repository, engine);
  const action = actionSchema.parse(parse(readFileSync(path.join(engine, 'action.yml'), 'utf8')));

  const workspace = makeFolder('workspace');
  write(workspace, {
    'README.md': '# Shop\n',
    'ops/runbooks/restart.md':
      '# Restart the queue\n\n- [ ] Stop the workers, see [the script](../../bin/stop.sh)\n- [ ] Start them\n',
    'ops/site.yaml': 'title: Shop\nrepository: https://github.com/acme/shop\n',
    'bin/stop.sh': 'exit\n',
  });
  await git(workspace, 'init', '-q', '-b', 'main');
  await git(workspace, 'add', '-A');
  await git(workspace, 'commit', '-qm', 'Runbooks');

  const watch = makeStopwatch('As an action');
  const given: Record<string, string> = { content: 'ops', 'base-path': '/shop/', strict: 'true' };
  const output = path.join(makeFolder('runner'), 'output');
  write(path.dirname(output), { output: '' });
  const values: Record<string, string> = { 'github.action_path': engine };
  for (const [name, input] of Object.entries(action.inputs)) values[`inputs.${name}`] = given[name] ?? input.default;
  /** Fills in what a runner does; an expression that it would not know is a fault. */
  const fill = (text: string): string =>
    text.replace(/\$\{\{\s*([\w.-]+)\s*\}\}/g, (_, name: string) => {
      expect(values).toHaveProperty([name]);
      return values[name] ?? '';
    });
  for (const { name, id, run: script, env, ...rest } of action.runs.steps) {
    const folder = rest['working-directory'] === undefined ? workspace : fill(rest['working-directory']);
    const filled = Object.fromEntries(Object.entries(env).map(([key, value]) => [key, fill(value)]));
    const runner = { CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: workspace, GITHUB_OUTPUT: output };
    await run(folder, 'bash', ['-eo', 'pipefail', '-c', fill(script)], outside({ ...runner, ...filled }));
    watch.lap(name);
    for (const [, key, value = ''] of readFileSync(output, 'utf8').matchAll(/^(\w+)=(.*)$/gm)) {
      values[`steps.${id ?? ''}.outputs.${key}`] ??= value;
    }
  }
  const dist = fill(action.outputs['dist']?.value ?? '');
  expect(dist).toBe(path.join(workspace, 'dist'));
  await tickIn(dist, 'runbooks/restart/', 'Stop the workers', '/shop/');
  watch.lap('opened and ticked');
  watch.stop();

  const html = readFileSync(path.join(dist, 'runbooks/restart/index.html'), 'utf8');
  expect(html).toContain('href="https://github.com/acme/shop/edit/main/ops/runbooks/restart.md"');
  expect(html).toContain('href="https://github.com/acme/shop/blob/main/bin/stop.sh"');
  expect(existsSync(path.join(workspace, 'ops/revisions'))).toBe(false);
  expect((await git(workspace, 'status', '--porcelain')).trim()).toBe('?? dist/');
}
