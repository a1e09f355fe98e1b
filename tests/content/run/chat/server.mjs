// The service that the guides deploy in the run: a small chat API over PostgreSQL, which does what “The setup” asks of a service.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const version = readFileSync('VERSION', 'utf8').trim();
const asset = readdirSync('assets').find((name) => name.startsWith('app.'));
const run = promisify(execFile);
let requests = 0;

/** Runs one statement and returns its output; `variables` are quoted by psql itself. */
async function query(sql, variables = {}) {
  const set = Object.entries(variables).flatMap(([name, value]) => ['-v', `${name}=${value}`]);
  const child = run('psql', ['-XAtq', '-v', 'ON_ERROR_STOP=1', ...set, '-d', process.env.DATABASE_URL]);
  child.child.stdin.end(sql);
  return (await child).stdout.trim();
}

const log = (level, event, values = {}) =>
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), level, event, ...values })}\n`);

function send(response, status, body, headers = {}) {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'private, no-store', ...headers });
  response.end(body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body));
}

async function userOf(request) {
  const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) return undefined;
  const hash = createHash('sha256').update(token).digest('hex');
  const row = await query(
    "SELECT u.id, u.email FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.token_hash = :'hash' AND s.ended_at IS NULL",
    { hash },
  );
  const [id, email] = row.split('|');
  return id === '' ? undefined : { id, email };
}

async function readBody(request) {
  let text = '';
  for await (const part of request) text += part;
  return JSON.parse(text === '' ? '{}' : text);
}

/** Puts the message in the queue and waits until the worker has answered it. */
async function answer(conversation, body) {
  const message = await query(
    "INSERT INTO messages (conversation_id, body) VALUES (:'conversation', :'body') RETURNING id",
    { conversation, body },
  );
  await query("INSERT INTO jobs (message_id) VALUES (:'message')", { message });
  const end = Date.now() + 3000;
  while (Date.now() < end) {
    const reply = await query("SELECT reply FROM jobs WHERE message_id = :'message' AND state = 'done'", { message });
    if (reply !== '') return reply;
    await pause(100);
  }
  return undefined;
}

async function api(request, response, path) {
  const user = await userOf(request);
  if (path === '/api/v1/session') return send(response, 401, { error: 'wrong name or password' });
  if (user === undefined) return send(response, 401, { error: 'not signed in' });
  if (path === '/api/v1/me') return send(response, 200, { email: user.email });
  if (path === '/api/v1/admin/users') return send(response, 403, { error: 'not allowed' });
  if (path === '/api/v1/conversations' && request.method === 'GET') return send(response, 200, []);
  if (path === '/api/v1/conversations' && request.method === 'POST') {
    const { title } = await readBody(request);
    const id = await query("INSERT INTO conversations (user_id, title) VALUES (:'user', :'title') RETURNING id", {
      user: user.id,
      title: title ?? '',
    });
    return send(response, 201, { id });
  }
  if (path === '/api/v1/conversations' && request.method === 'DELETE') {
    await query("DELETE FROM messages; DELETE FROM conversations WHERE user_id = :'user'", { user: user.id });
    return send(response, 204);
  }
  const [, id, rest] = /^\/api\/v1\/conversations\/(\d+)(\/messages)?$/.exec(path) ?? [];
  const owned = id && (await query("SELECT 1 FROM conversations WHERE id = :'id' AND user_id = :'user'", { id, user: user.id }));
  if (!owned) return send(response, 404, { error: 'not found' });
  if (rest === undefined && request.method === 'DELETE') {
    await query(
      "DELETE FROM jobs WHERE message_id IN (SELECT id FROM messages WHERE conversation_id = :'id'); DELETE FROM messages WHERE conversation_id = :'id'; DELETE FROM conversations WHERE id = :'id'",
      { id },
    );
    return send(response, 204);
  }
  if (rest === undefined) return send(response, 200, { id });
  const reply = await answer(id, (await readBody(request)).body);
  return reply === undefined ? send(response, 504, { error: 'no answer' }) : send(response, 200, { reply });
}

async function ready(response) {
  const database = await query('SELECT 1').then(
    () => 'ok',
    () => 'not reachable',
  );
  const status = database === 'ok' ? 'ok' : 'failed';
  send(response, status === 'ok' ? 200 : 503, { status, version, checks: { database } });
}

/** An answer that takes three seconds, a line each second. */
async function slowAnswer(response) {
  response.writeHead(200, { 'content-type': 'text/plain' });
  for (const line of ['one', 'two', 'three']) {
    response.write(`${line}\n`);
    await pause(1000);
  }
  response.end('end of the answer\n');
}

async function route(request, response) {
  const { pathname } = new URL(request.url, 'http://localhost');
  requests += 1;
  if (pathname === '/healthz') return send(response, 200, { status: 'ok', version });
  if (pathname === '/readyz') return ready(response);
  if (pathname === '/slow-answer') return slowAnswer(response);
  if (pathname === '/metrics') return send(response, 200, `http_requests_total{status="200"} ${requests}\n`, { 'content-type': 'text/plain; version=0.0.4' });
  if (pathname.startsWith('/api/')) return api(request, response, pathname);
  if (pathname === `/assets/${asset}`)
    return send(response, 200, '', { 'cache-control': 'public, max-age=31536000, immutable', 'content-type': 'text/javascript' });
  if (pathname === '/')
    return send(response, 200, `<!doctype html><div id="app"></div><script src="/assets/${asset}"></script>`, {
      'content-type': 'text/html',
      'cache-control': 'no-cache',
    });
  return send(response, 404, { error: 'not found' });
}

const server = createServer((request, response) => {
  const started = Date.now();
  const id = request.headers['x-request-id'];
  response.on('finish', () => {
    log('info', 'request', { request_id: id, status: response.statusCode, duration_ms: Date.now() - started });
  });
  route(request, response).catch((error) => {
    log('error', 'request failed', { request_id: id, reason: String(error.message).split('\n').at(-2) });
    if (!response.headersSent) send(response, 500, { error: 'internal' });
  });
});

process.on('SIGTERM', () => {
  server.close(() => process.exit(0));
  server.closeIdleConnections();
});

server.keepAliveTimeout = 70_000;
server.listen(Number(process.env.PORT), process.env.LISTEN_ADDRESS);
