import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/* Brokers that may be installed on this machine, started with the very files of deploy/live, moved to this machine's own paths and ports. */

export const find = (program: string): string | undefined =>
  [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin']
    .map((dir) => path.join(dir, program))
    .find((file) => existsSync(file));

const deploy = new URL('../../deploy/live/', import.meta.url);

/** So many free ports of this machine. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
      return server;
    }),
  );
  const ports = servers.map((server) => Number((server.address() as { port: number }).port));
  await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
  return ports;
}

export interface Installed {
  /** Addresses of the nodes. */
  urls: string[];
  stop: (node?: number, signal?: NodeJS.Signals) => Promise<void>;
  start: (node?: number) => void;
  /** Forgets what is kept, of nodes that are stopped. */
  wipe: () => void;
  /** Process ids, for measuring. */
  pids: () => number[];
  end: () => Promise<void>;
}

/** A certificate that only this test trusts. */
function makeCertificate(folder: string): void {
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const files = ['-keyout', path.join(folder, 'privkey.pem'), '-out', path.join(folder, 'fullchain.pem')];
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-days',
      '2',
      ...files,
      ...subject,
    ],
    {
      stdio: 'ignore',
    },
  );
}

/** Replaces what stands in a configuration; each must stand there. */
function move(text: string, places: Record<string, string>): string {
  return Object.entries(places).reduce((moved, [from, to]) => {
    if (!moved.includes(from)) throw new Error(`the configuration does not say “${from}”`);
    return moved.replaceAll(from, to);
  }, text);
}

function control(folder: string, urls: string[], launch: (node: number) => ChildProcess): Installed {
  const running = urls.map((_, node) => launch(node));
  const stop = async (node = 0, signal: NodeJS.Signals = 'SIGKILL') => {
    const process = running[node];
    if (process === undefined || process.exitCode !== null) return;
    const ended = new Promise((done) => process.once('exit', done));
    process.kill(signal);
    await ended;
  };
  return {
    urls,
    stop,
    start: (node = 0) => void (running[node] = launch(node)),
    wipe: () =>
      urls.forEach((_, node) => rmSync(path.join(folder, `data-${String(node)}`), { recursive: true, force: true })),
    pids: () => running.flatMap(({ pid }) => pid ?? []),
    end: async () => {
      await Promise.all(urls.map((_, node) => stop(node)));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Mosquitto with deploy/live/mosquitto, TLS and access list included. */
export async function startMosquitto(program: string): Promise<Installed> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mosquitto-'));
  const [plain = 0, secure = 0] = await freePorts(2);
  makeCertificate(folder);
  cpSync(new URL('mosquitto/runsheet.acl', deploy), path.join(folder, 'runsheet.acl'));
  const moved = move(readFileSync(new URL('mosquitto/mosquitto.conf', deploy), 'utf8'), {
    '/etc/mosquitto/runsheet.acl': path.join(folder, 'runsheet.acl'),
    '/etc/mosquitto/certs/': `${folder}/`,
    '/var/lib/mosquitto/': `${folder}/data-0/`,
    'listener 1883 127.0.0.1': `listener ${String(plain)} 127.0.0.1`,
    'listener 8884 0.0.0.0': `listener ${String(secure)} 127.0.0.1`,
  });
  // Started by root it would become a user who cannot read this folder.
  writeFileSync(path.join(folder, 'mosquitto.conf'), `${moved}\nuser root\n`);
  return control(folder, [`wss://localhost:${String(secure)}/mqtt`], () => {
    execFileSync('mkdir', ['-p', path.join(folder, 'data-0')]);
    return spawn(program, ['-c', path.join(folder, 'mosquitto.conf')], { stdio: 'ignore' });
  });
}

/** Three nodes of nats-server with deploy/live/nats, TLS and permissions included. */
export async function startNats(program: string): Promise<Installed> {
  const folder = mkdtempSync(path.join(tmpdir(), 'nats-'));
  makeCertificate(folder);
  const ports = await freePorts(15);
  const portOf = (kind: number, node: number) => String(ports[kind * 3 + node]);
  const routes = [0, 1, 2].map((node) => `nats://127.0.0.1:${portOf(0, node)}`).join(', ');
  const launch = (node: number) => {
    const moved = move(readFileSync(new URL('nats/node.conf', deploy), 'utf8'), {
      '/etc/nats/certs/': `${folder}/`,
      'port: 6222': `port: ${portOf(0, node)}`,
      '127.0.0.1:4222': `127.0.0.1:${portOf(1, node)}`,
      '127.0.0.1:8222': `127.0.0.1:${portOf(2, node)}`,
      '127.0.0.1:1883': `127.0.0.1:${portOf(3, node)}`,
      '0.0.0.0:8884': `127.0.0.1:${portOf(4, node)}`,
    });
    const file = path.join(folder, `node-${String(node)}.conf`);
    writeFileSync(file, moved);
    const env = {
      ...process.env,
      NODE: `node-${String(node)}`,
      CLUSTER_HOST: '127.0.0.1',
      ROUTES: `[${routes}]`,
      DATA: path.join(folder, `data-${String(node)}`),
    };
    return spawn(program, ['-c', file], { stdio: 'ignore', env });
  };
  return control(
    folder,
    [0, 1, 2].map((node) => `wss://localhost:${portOf(4, node)}/mqtt`),
    launch,
  );
}
