import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FromWorker } from '~/client/acts/search-worker';

/** A worker whose script does what a test says. */
class FakeWorker extends EventTarget {
  static made: FakeWorker[] = [];
  sent: unknown[] = [];
  ended = false;
  constructor() {
    super();
    FakeWorker.made.push(this);
  }
  postMessage(message: unknown) {
    this.sent.push(message);
  }
  terminate() {
    this.ended = true;
  }
  say(data: FromWorker) {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

const request = { query: 'roll back', language: 'en', everywhere: true, literal: false };

describe('a page asks its worker', () => {
  let page: typeof import('~/client/acts/search-worker');
  const worker = () => FakeWorker.made.at(-1) as FakeWorker;

  beforeEach(async () => {
    vi.useFakeTimers();
    vi.resetModules();
    vi.stubGlobal('window', globalThis);
    vi.stubGlobal('Worker', FakeWorker);
    page = await import('~/client/acts/search-worker');
    page.startSearchWorker('search-worker.js');
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('and gets each answer, however long it takes', async () => {
    const asked = page.askWorker(request);
    worker().say({ protocol: page.protocol });
    await vi.advanceTimersByTimeAsync(60_000);
    worker().say({ id: 1, answer: 'found' });
    expect(await asked).toBe('found');
  });

  it.each([
    ['another version', () => worker().say({ protocol: page.protocol + 1 })],
    ['no script that runs', () => void worker().dispatchEvent(new Event('error'))],
    ['a script that never comes, or says nothing', () => vi.advanceTimersByTime(10_000)],
  ])('but waits for none where it is or has %s', async (_, happen) => {
    const asked = page.askWorker(request);
    happen();
    await expect(asked).rejects.toThrow('no worker');
    await expect(page.askWorker(request)).rejects.toThrow('no worker');
    expect(worker().ended).toBe(true);
  });
});
