import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { minifySync } from 'vite';
import { glob } from 'node:fs/promises';

const hashOf = (code: string): string => `'sha256-${createHash('sha256').update(code).digest('base64')}'`;

const minified = new Map<string, string>();

/** An inline script, minified; pages share most of theirs. */
function minifyScript(code: string): string {
  const known = minified.get(code) ?? minifySync('inline.js', code).code.trim();
  minified.set(code, known);
  return known;
}

/**
 * A page with its inline scripts minified, and with the hashes of its security policy narrowed to the scripts and styles
 * that stand in it: Astro lists those of every page and every kind of island, a third of a kilobyte that cannot be compressed.
 */
export function slimPage(html: string): string {
  const hashes = { script: new Set<string>(), style: new Set<string>() };
  const slim = html
    .replace(/<script>(.*?)<\/script>/gs, (_, code: string) => {
      const small = minifyScript(code);
      hashes.script.add(hashOf(small));
      return `<script>${small}</script>`;
    })
    .replace(/<script type="module">(.*?)<\/script>/gs, (whole, code: string) => {
      hashes.script.add(hashOf(code));
      return whole;
    });
  for (const [, code = ''] of slim.matchAll(/<style[^>]*>(.*?)<\/style>/gs)) hashes.style.add(hashOf(code));
  return slim.replace(/(script|style)-src ([^;"]*)/g, (_, kind: 'script' | 'style', sources: string) => {
    const kept = sources.split(' ').filter((source) => source !== '' && !source.startsWith("'sha256-"));
    return `${kind}-src ${[...kept, ...hashes[kind]].join(' ')}`;
  });
}

/** Slims every page of the finished site. */
export function slimPages(): AstroIntegration {
  return {
    name: 'slim-pages',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        for await (const file of glob('**/*.html', { cwd: fileURLToPath(dir) })) {
          const path = fileURLToPath(new URL(file, dir));
          await writeFile(path, slimPage(await readFile(path, 'utf8')));
        }
      },
    },
  };
}
