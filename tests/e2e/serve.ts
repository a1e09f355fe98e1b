import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** Built sites by the base path at which they are served: `{ '/docs/team/': '…/dist' }`. */
export type Mounts = Record<string, string>;

export interface Site {
  origin: string;
  /** Serves other folders from now on, as after a deployment. */
  mount: (mounts: Mounts) => void;
  /** Stops at once: open connections are cut. */
  stop: () => Promise<void>;
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

/** The file for an address, and its status: as a static host answers. A folder without its slash is a redirect. */
function findFile(mounts: Mounts, pathname: string): { status: number; file?: string; location?: string } {
  const base = Object.keys(mounts)
    .toSorted((a, b) => b.length - a.length)
    .find((one) => `${pathname}/`.startsWith(one));
  if (base === undefined) return { status: 404 };
  const root = mounts[base] ?? '';
  const file = path.join(root, path.normalize(`/${pathname.slice(base.length)}`));
  if (existsSync(file) && statSync(file).isFile()) return { status: 200, file };
  const index = path.join(file, 'index.html');
  if (existsSync(index))
    return pathname.endsWith('/') ? { status: 200, file: index } : { status: 301, location: `${pathname}/` };
  const missing = path.join(root, '404.html');
  return existsSync(missing) ? { status: 404, file: missing } : { status: 404 };
}

const compressed = new Map<string, Buffer>();

function compress(file: string): Buffer {
  const body = compressed.get(file) ?? brotliCompressSync(readFileSync(file));
  compressed.set(file, body);
  return body;
}

/** Serves built sites as a plain static host does, texts as brotli if asked to. Port 0: any free one. */
export async function serve(mounts: Mounts, port = 0, brotli = false): Promise<Site> {
  let shown = mounts;
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    const { status, file, location } = findFile(shown, decodeURIComponent(pathname));
    if (location !== undefined) {
      response.writeHead(status, { location: encodeURI(location) + search }).end();
      return;
    }
    const type = types[path.extname(file ?? '')] ?? 'application/octet-stream';
    const packs = brotli && file !== undefined && /^text|json|xml/.test(type);
    response.writeHead(status, {
      'content-type': file ? type : 'text/plain',
      'cache-control': 'no-cache',
      ...(packs && { 'content-encoding': 'br' }),
    });
    if (file === undefined) response.end('Not found');
    else if (packs) response.end(compress(file));
    else createReadStream(file).pipe(response);
  });
  await new Promise<void>((listening, refused) => server.once('error', refused).listen(port, '127.0.0.1', listening));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    mount: (next) => (shown = next),
    stop: async () => {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}
