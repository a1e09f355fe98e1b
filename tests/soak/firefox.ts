import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { WebSocket } from 'ws';
import type { Killable } from './killable';

/** The path of Firefox on this machine; empty if it is not installed. */
export const firefox =
  [process.env.FIREFOX_PATH ?? '', '/usr/bin/firefox', '/usr/bin/firefox-esr'].find((file) => existsSync(file)) ?? '';

/** A profile that asks nothing, says nothing to anybody, and starts as usual after it was killed. */
const preferences = {
  'app.update.auto': false,
  'browser.sessionstore.resume_from_crash': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'toolkit.startup.max_resumed_crashes': -1,
};

/** Waits for the address at which a Firefox can be driven: it says so on its standard error. */
async function findAddress({ stderr }: ChildProcess): Promise<string> {
  let said = '';
  for await (const part of stderr ?? []) {
    said += String(part);
    const [, address] = /WebDriver BiDi listening on (ws:\S+)/.exec(said) ?? [];
    if (address !== undefined) return `${address}/session`;
  }
  throw new Error(`Firefox did not start:\n${said}`);
}

interface Answer {
  id: number;
  type: string;
  message?: string;
  result: { contexts?: { context: string }[]; result?: { value?: unknown }; exceptionDetails?: { text: string } };
}

/** Connects to a browser by WebDriver BiDi. Returns the function that sends a command and resolves with its result. */
async function connect(address: string) {
  const socket = new WebSocket(address);
  await once(socket, 'open');
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.on('message', (data) => {
    const answer: Answer = JSON.parse(String(data));
    waiting.get(answer.id)?.(answer);
  });
  // The socket breaks when the browser is killed.
  socket.on('error', () => undefined);
  let sent = 0;
  return async (method: string, params: object): Promise<Answer['result']> => {
    const id = ++sent;
    const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve));
    socket.send(JSON.stringify({ id, method, params }));
    const answer = await answered;
    if (answer.type === 'error') throw new Error(`${method}: ${answer.message}`);
    return answer.result;
  };
}

/** Starts a Firefox over a profile, with a page in it. */
export async function startFirefox(profile: string, executable: string): Promise<Killable> {
  const lines = Object.entries(preferences).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`);
  writeFileSync(path.join(profile, 'user.js'), lines.join(''));
  const flags = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0', 'about:blank'];
  // A group of its own, so that all its processes can be ended at once.
  const child = spawn(executable, flags, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  const exited = once(child, 'exit');
  const send = await connect(await findAddress(child));
  await send('session.new', { capabilities: {} });
  const context = (await send('browsingContext.getTree', {})).contexts?.[0]?.context;
  return {
    goto: async (url) => void (await send('browsingContext.navigate', { context, url, wait: 'complete' })),
    evaluate: async (expression) => {
      const { result, exceptionDetails } = await send('script.evaluate', {
        expression,
        target: { context },
        awaitPromise: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.text);
      return result?.value;
    },
    kill: async () => {
      process.kill(-(child.pid ?? 0), 'SIGKILL');
      await exited;
    },
  };
}
