import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';

/** A browser of one engine, with one page in it. */
export interface Engine {
  open: (address: string) => Promise<void>;
  /** Runs the body of an async function in the page, `args` being what it was given; what it returns comes back as JSON. */
  run: (body: string, ...args: unknown[]) => Promise<unknown>;
  close: () => Promise<void>;
}

/** An engine that may be installed on this machine. `start`: a new browser, with nothing kept. */
export interface EngineKind {
  name: string;
  /** The programs that it needs, and the packages of Debian that have them. */
  needs: readonly { program: string; from: string }[];
  start: () => Promise<Engine>;
}

const folders = (process.env.PATH ?? '').split(':');

/** Finds out which of an engine's programs are missing. */
export const findMissing = ({ needs }: EngineKind): EngineKind['needs'] =>
  needs.filter(({ program }) => !folders.some((folder) => existsSync(`${folder}/${program}`)));

/** A port that nobody listens at. */
export async function findPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Starts a program in a group of its own, so that what it starts ends with it. */
export function startProgram(program: string, args: readonly string[], env: Record<string, string> = {}): ChildProcess {
  return spawn(program, args, { detached: true, stdio: 'ignore', env: { ...process.env, ...env } });
}

export function stopProgram({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** Tries something until it succeeds, for at most 30 seconds. */
export async function until<Value>(what: string, attempt: () => Promise<Value | undefined | false>): Promise<Value> {
  let last: unknown;
  for (const end = Date.now() + 30_000; Date.now() < end;) {
    try {
      const value = await attempt();
      if (value !== undefined && value !== false) return value;
    } catch (error) {
      last = error;
    }
    await new Promise((next) => setTimeout(next, 100));
  }
  throw new Error(`${what}: not within 30 seconds${last instanceof Error ? ` (${last.message})` : ''}`);
}
