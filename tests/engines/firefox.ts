import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { WebSocket } from 'ws';
import { findPort, startProgram, stopProgram, until, type Engine, type EngineKind } from './engine';

/* Firefox, driven by WebDriver BiDi: the protocol is its own, so no driver is needed beside it. */

type Answer = { id?: number; type?: string; result?: unknown; message?: string };
type Send = (method: string, params?: object) => Promise<Record<string, unknown>>;

async function connect(address: string): Promise<{ send: Send; socket: WebSocket }> {
  const socket = await until('Firefox listens', async () => {
    const one = new WebSocket(address);
    await new Promise((open, failed) => one.once('open', open).once('error', failed));
    return one;
  });
  const waiting = new Map<number, { answer: (value: unknown) => void; fail: (error: Error) => void }>();
  socket.on('message', (data) => {
    const { id = -1, type, result, message } = JSON.parse(String(data)) as Answer;
    if (type === 'error') waiting.get(id)?.fail(new Error(message));
    else waiting.get(id)?.answer(result);
  });
  let last = 0;
  const send: Send = (method, params = {}) => {
    const id = ++last;
    socket.send(JSON.stringify({ id, method, params }));
    return new Promise((answer, fail) => waiting.set(id, { answer: (value) => answer(value as never), fail }));
  };
  return { send, socket };
}

async function start(): Promise<Engine> {
  const profile = mkdtempSync(path.join(tmpdir(), 'firefox-'));
  const port = await findPort();
  const options = ['--headless', '--no-remote', '--profile', profile, `--remote-debugging-port=${port}`];
  const program = startProgram('firefox-esr', options, { HOME: profile });
  const { send, socket } = await connect(`ws://127.0.0.1:${port}/session`);
  await send('session.new', { capabilities: {} });
  const { context } = await send('browsingContext.create', { type: 'tab' });
  return {
    open: async (url) => void (await send('browsingContext.navigate', { context, url, wait: 'complete' })),
    run: async (body, ...args) => {
      const call = `async (args) => JSON.stringify({ value: await (async () => { ${body} })() })`;
      const { type, result, exceptionDetails } = await send('script.callFunction', {
        functionDeclaration: `(text) => (${call})(JSON.parse(text))`,
        arguments: [{ type: 'string', value: JSON.stringify(args) }],
        awaitPromise: true,
        target: { context },
      });
      if (type !== 'success') throw new Error(String((exceptionDetails as { text?: string } | undefined)?.text));
      return JSON.parse((result as { value: string }).value).value;
    },
    close: async () => {
      socket.close();
      stopProgram(program);
      await until('Firefox’s profile is gone', async () => {
        rmSync(profile, { recursive: true, force: true });
        return true;
      });
    },
  };
}

export const firefox: EngineKind = {
  name: 'Firefox',
  needs: [{ program: 'firefox-esr', from: 'firefox-esr' }],
  start,
};
