import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeGatherer } from '~/client/live/gather';
import type { Entry } from '~/core/run/entry';
import type { Run } from '~/core/run/run';

const entry = (n: number): Entry => ({ key: `mark/step-${String(n)}`, value: 'done', at: 29_000_000, seq: n, by: '' });

let takes: Run[] = [];
/** Milliseconds for which a take keeps the page busy. */
let busy = 0;
let isListening = true;

const make = () =>
  makeGatherer(
    { id: '00c0ffee', page: 'runbooks/release', start: 29_000_000 },
    {
      isListening: () => isListening,
      take: (run) => {
        takes.push(run);
        vi.advanceTimersByTime(busy);
      },
    },
  );

beforeEach(() => {
  vi.useFakeTimers();
  takes = [];
  busy = 0;
  isListening = true;
});
afterEach(() => vi.useRealTimers());

describe('entries that a room brings', () => {
  test('[LV14] enter the run together while a joiner listens: one merge and one view, in the order of a run', () => {
    const gather = make();
    for (let n = 28; n >= 0; n--) {
      gather(29_000_000 - n, [entry(n)]);
      vi.advanceTimersByTime(8);
    }
    vi.advanceTimersByTime(40);
    expect(takes.map(({ entries }) => entries.length)).toEqual([29]);
    expect(takes[0]?.entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 29 }, (_, n) => n));
    expect(takes[0]?.start).toBe(29_000_000 - 28);
  });

  test('[LV14] wait for no more than 600 ms, however long others go on arriving', () => {
    const gather = make();
    for (let n = 0; n < 100; n++) {
      gather(29_000_000, [entry(n)]);
      vi.advanceTimersByTime(10);
    }
    vi.advanceTimersByTime(600);
    expect(takes.length).toBe(2);
    expect(takes.flatMap(({ entries }) => entries)).toHaveLength(100);
  });

  test('[LV14] a page that was busy lets in what has arrived meanwhile, before it takes what it has', () => {
    const gather = make();
    gather(29_000_000, [entry(0)]);
    // The timer fires a tenth of a second later than it was to.
    vi.spyOn(performance, 'now').mockReturnValueOnce(performance.now() + 140);
    vi.advanceTimersByTime(20);
    expect(takes).toEqual([]);
    gather(29_000_000, [entry(1)]);
    vi.advanceTimersByTime(140);
    expect(takes.map(({ entries }) => entries.length)).toEqual([2]);
  });

  test('[LV14] a tick in an open room waits for 25 ms from the first on, not for a pause', () => {
    isListening = false;
    const gather = make();
    for (let n = 0; n < 10; n++) {
      gather(29_000_000, [entry(n)]);
      vi.advanceTimersByTime(5);
    }
    vi.advanceTimersByTime(25);
    expect(takes.map(({ entries }) => entries.length)).toEqual([5, 5]);
  });

  test('[LV14] leave the reader a turn: the next take waits for twice as long as the last one took', () => {
    isListening = false;
    busy = 200;
    const gather = make();
    gather(29_000_000, [entry(0)]);
    vi.advanceTimersByTime(25);
    expect(takes).toHaveLength(1);
    gather(29_000_000, [entry(1)]);
    vi.advanceTimersByTime(399);
    expect(takes).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(takes).toHaveLength(2);
  });
});
