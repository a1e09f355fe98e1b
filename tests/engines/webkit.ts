import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findPort, startProgram, stopProgram, until, type Engine, type EngineKind } from './engine';

/* WebKit as GTK's browser has it, driven by WebDriver. It draws on a screen: where there is none, on one in memory. */

async function ask(address: string, method: string, body?: object): Promise<unknown> {
  const response = await fetch(address, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = (await response.json()) as { value: unknown };
  if (!response.ok) throw new Error((value as { message?: string } | null)?.message ?? response.statusText);
  return value;
}

async function start(): Promise<Engine> {
  const home = mkdtempSync(path.join(tmpdir(), 'webkit-'));
  const port = await findPort();
  // Its sandbox needs rights that containers do not have; the pages are our own.
  const env = { HOME: home, XDG_DATA_HOME: home, XDG_CACHE_HOME: home, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' };
  const screen = process.env.DISPLAY === undefined ? ['xvfb-run', '-a'] : [];
  const [command = '', ...options] = [...screen, 'WebKitWebDriver', `--port=${port}`];
  const program = startProgram(command, options, { ...env, LIBGL_ALWAYS_SOFTWARE: '1' });
  const driver = `http://127.0.0.1:${port}`;
  const capabilities = { alwaysMatch: { pageLoadStrategy: 'normal' } };
  const { sessionId } = (await until('WebKit starts', () => ask(`${driver}/session`, 'POST', { capabilities }))) as {
    sessionId: string;
  };
  const session = `${driver}/session/${sessionId}`;
  await ask(`${session}/timeouts`, 'POST', { script: 60_000, pageLoad: 60_000 });
  return {
    open: async (url) => void (await ask(`${session}/url`, 'POST', { url })),
    run: async (body, ...args) => {
      const script = `const done = arguments[1]; const args = JSON.parse(arguments[0]);
        (async () => { ${body} })().then((value) => done(JSON.stringify({ value })), (error) => done(JSON.stringify({ error: String(error) })));`;
      const text = await ask(`${session}/execute/async`, 'POST', { script, args: [JSON.stringify(args)] });
      const { value, error } = JSON.parse(String(text)) as { value?: unknown; error?: string };
      if (error !== undefined) throw new Error(error);
      return value;
    },
    close: async () => {
      await ask(session, 'DELETE').catch(() => undefined);
      stopProgram(program);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

export const webkit: EngineKind = {
  name: 'WebKit',
  needs: [
    { program: 'WebKitWebDriver', from: 'webkit2gtk-driver' },
    ...(process.env.DISPLAY === undefined ? [{ program: 'xvfb-run', from: 'xvfb xauth' }] : []),
  ],
  start,
};
