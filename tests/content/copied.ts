import { existsSync, readFileSync } from 'node:fs';

/** The values of a release, none of which is an example of the content's. */
export const released = {
  version: ['Version', 'v9.8.7'],
  previous: ['Version before', 'v9.8.6'],
  ticket: ['Ticket', 'REL-99'],
  migration: ['Migration', '0042'],
  backup: ['Backup file', 'before-9.8.7.dump'],
  database: ['Database', 'prod'],
  domain: ['Domain', 'corp.test'],
  origin: ['Address past the CDN', '198.51.100.9'],
  'lb-1': ['Load balancer', 'edge-7'],
  'api-1': ['API machine 1', 'web-11'],
  'api-2': ['API machine 2', 'web-12'],
  'worker-1': ['Worker machine', 'bg-3'],
  'db-1': ['Database machine 1', 'pg-4'],
  'db-2': ['Database machine 2', 'pg-5'],
} as const;

/** The commands that copying a page's blocks must give, read from its Markdown without any code of the product. */
export function commandsOf(file: string): string[] {
  const fence = /^([ \t]*)(`{3,})(\w*)([^\n]*)\n([^]*?)^[ \t]*\2[ \t]*$/gm;
  return [...readFileSync(file, 'utf8').matchAll(fence)]
    .filter(([, , , language]) => language !== 'text')
    .map(([, indent = '', , , meta = '', code = '']) => {
      const text = code.replace(new RegExp(`^${indent}`, 'gm'), '').replace(/\n+$/, '');
      if (meta.includes('literal')) return text;
      return Object.entries(released).reduce((all, [name, [, value]]) => all.replaceAll(`{{${name}}}`, value), text);
    });
}

/** The files of the guides that one comes to from a page, by the links of guides alone; the one for authors is no part of a release. */
export function guidesFrom(file: string, found = new Set<string>()): string[] {
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/\]\((?:\.\.\/guides\/)?([\w-]+\.md)#/g)) {
    const guide = `content/guides/${name}`;
    if (found.has(guide) || !existsSync(guide)) continue;
    found.add(guide);
    guidesFrom(guide, found);
  }
  return [...found];
}
