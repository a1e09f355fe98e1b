import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serve } from '../e2e/serve';
import { buildSite, project } from './browser';
import { writePlainSite } from './plain-site';

/** The two sites that a browser compares: this project's, and plain Astro with Pagefind's own interface and the same Markdown. */
export interface Sites {
  ours: string;
  plain: string;
  /** The folder of this project's built site. */
  folder: string;
  /** The folder of the Markdown that both are made from. */
  markdown: string;
  stop: () => Promise<void>;
}

/** Copies the Markdown of a content folder for plain Astro, which has no MDX: those of its pages whose MDX is plain Markdown too. */
function copyMarkdown(from: string, to: string): void {
  for (const name of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(from, name);
    if (!/\.mdx?$/.test(name) || !statSync(file).isFile() || name.endsWith('writing-a-runbook.mdx')) continue;
    cpSync(file, path.join(to, name.replace(/\.mdx$/, '.md')));
  }
}

/**
 * Builds both sites from a content folder, and serves them. Pagefind's own interface is laid beside this project's index too, at
 * `pagefind-ui.html`, so that both interfaces ask the same index.
 */
export async function buildSites(content: string): Promise<Sites> {
  const temp = mkdtempSync(path.join(tmpdir(), 'runsheet-bench-'));
  const [folder, root, plainFolder] = ['ours', 'plain', 'plain-site'].map((name) => path.join(temp, name)) as [
    string,
    string,
    string,
  ];
  const markdown = path.join(temp, 'markdown');
  mkdirSync(markdown);
  copyMarkdown(content, markdown);
  buildSite({ content, out: folder });
  writePlainSite(root, markdown, path.join(project, 'node_modules'));
  buildSite({ root, out: plainFolder });
  for (const name of ['pagefind-ui.js', 'pagefind-ui.css', 'pagefind-worker.js'])
    cpSync(path.join(plainFolder, 'pagefind', name), path.join(folder, 'pagefind', name));
  cpSync(path.join(import.meta.dirname, 'pagefind-ui.html'), path.join(folder, 'pagefind-ui.html'));
  const [ours, plain] = await Promise.all([serve({ '/': folder }, 0, true), serve({ '/': plainFolder }, 0, true)]);
  return {
    ours: ours.origin,
    plain: plain.origin,
    folder,
    markdown,
    stop: async () => {
      await Promise.all([ours.stop(), plain.stop()]);
      rmSync(temp, { recursive: true });
    },
  };
}
