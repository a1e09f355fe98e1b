import { readSite, type Site } from '~/markdown/site';

let reading: Site | undefined;

/** `content/site.yaml`, read once in a build. */
export function siteOf(): Site {
  const read = () => readSite(process.env['CONTENT_DIR'] ?? 'content');
  return import.meta.env.DEV ? read() : (reading ??= read());
}
