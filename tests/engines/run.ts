import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleScript } from '~/build/output/bundle-script';
import { serve } from '../e2e/serve';
import { chromium } from './chromium';
import { findMissing, type EngineKind } from './engine';
import { firefox } from './firefox';
import { flows } from './flows';
import { webkit } from './webkit';

/*
 * The main flows in three engines. Nothing is installed: an engine that is not on this machine is named with what it lacks. Not
 * part of `npm test`, which needs no browser but the one that it brings.
 *
 *   npm run build && npm run test:browsers -- [folder of a built site]
 */

const [folder = 'dist'] = process.argv.slice(2);
const say = (line: string) => writeSync(1, `${line}\n`);
const results = 'node_modules/.cache/results';

/** A page with the codec in it, beside the site. */
async function writeCodec(): Promise<string> {
  const place = mkdtempSync(path.join(tmpdir(), 'engines-'));
  const { code } = await bundleScript(path.join(import.meta.dirname, 'golden.ts'), {});
  writeFileSync(path.join(place, 'index.html'), '<!doctype html><title>Codec</title><script src="codec.js"></script>');
  writeFileSync(path.join(place, 'codec.js'), code);
  return place;
}

type Outcome = { engine: string; flow: string; outcome: string; seconds?: number };

async function goThrough(kind: EngineKind, codec: string): Promise<Outcome[]> {
  const missing = findMissing(kind);
  if (missing.length > 0) {
    const packages = missing.map(({ program, from }) => `${program} (Debian: ${from})`).join(', ');
    say(`${kind.name}: skipped, because this machine lacks ${packages}.`);
    return flows.map(([flow]) => ({ engine: kind.name, flow, outcome: 'skipped' }));
  }
  const site = await serve({ '/': folder, '/engines/': codec });
  const engine = await kind.start();
  const outcomes: Outcome[] = [];
  for (const [name, flow] of flows) {
    const began = Date.now();
    const failure = await flow({ engine, site, start: kind.start }).then(
      () => undefined,
      (error: Error) => error.message,
    );
    const seconds = Math.round((Date.now() - began) / 100) / 10;
    say(
      `${kind.name}: ${failure === undefined ? 'passed' : 'FAILED'}, ${seconds} s: ${name}${failure === undefined ? '' : `\n  ${failure}`}`,
    );
    outcomes.push({ engine: kind.name, flow: name, outcome: failure === undefined ? 'passed' : 'failed', seconds });
  }
  await engine.close();
  await site.stop().catch(() => undefined);
  return outcomes;
}

if (!existsSync(path.join(folder, 'index.html'))) {
  say(`There is no site in ${folder}: run “npm run build” first.`);
  process.exit(1);
}
const codec = await writeCodec();
const outcomes: Outcome[] = [];
for (const kind of [chromium, firefox, webkit]) outcomes.push(...(await goThrough(kind, codec)));
rmSync(codec, { recursive: true });
mkdirSync(results, { recursive: true });
writeFileSync(`${results}/engines.json`, `${JSON.stringify(outcomes, null, 1)}\n`);
process.exit(outcomes.some(({ outcome }) => outcome === 'failed') ? 1 : 0);
