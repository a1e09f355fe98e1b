import { afterEach, describe, expect, test, vi } from 'vitest';
import { firstWay, nextWay, rememberWay, type Ending, type Way } from '~/room/way';

const full: Way = { version: 5, isNamed: true };
const ending = (part: Partial<Ending> & { code?: number } = {}): Ending => ({
  isOpened: true,
  isWelcomed: false,
  error: part.code === undefined ? undefined : Object.assign(new Error('refused'), { code: part.code }),
  ...part,
});

describe('[LV13] the ways in which a broker is addressed', () => {
  afterEach(() => vi.useRealTimers());

  test('3.1.1 follows where MQTT 5 is not spoken, or the broker closes without an answer', () => {
    for (const how of [ending({ code: 1 }), ending({ code: 0x84 }), ending()])
      expect(nextWay(full, how)).toEqual({ version: 4, isNamed: true });
    expect(nextWay({ ...full, version: 4 }, ending())).toBe('unreachable');
  });

  test('a socket that never opened says nothing about the version; nor does a connection that breaks later', () => {
    expect(nextWay(full, ending({ isOpened: false }))).toBe('unreachable');
    expect(nextWay(full, ending({ isWelcomed: true }))).toBe('unreachable');
  });

  test('the name is left out where the user is refused; a broker that is busy, full or banning is believed', () => {
    for (const code of [4, 5, 0x86, 0x87])
      expect(nextWay(full, ending({ code }))).toEqual({ version: 5, isNamed: false });
    for (const code of [2, 3, 0x88, 0x89, 0x8a, 0x97, 0x9f]) expect(nextWay(full, ending({ code }))).toBe('refused');
    expect(nextWay({ ...full, isNamed: false }, ending({ code: 5 }))).toBe('refused');
  });

  test('a lesser way is first only after something was heard on it, and for ten minutes', () => {
    vi.useFakeTimers();
    const lesser: Way = { version: 4, isNamed: false };
    expect(nextWay(full, ending({ code: 5 }))).not.toEqual(full);
    expect(firstWay()).toEqual(full);
    rememberWay(lesser);
    expect(firstWay()).toBe(lesser);
    vi.advanceTimersByTime(9 * 60_000);
    rememberWay(lesser);
    expect(firstWay()).toBe(lesser);
    vi.advanceTimersByTime(60_000);
    expect(firstWay()).toEqual(full);
  });

  test('a page that is opened within these ten minutes begins with the way that the one before has found', async () => {
    vi.useFakeTimers();
    vi.setSystemTime(new Date('2026-11-27T03:00:00Z'));
    const open = async (kept: string | undefined) => {
      vi.resetModules();
      const way = await import('~/room/way');
      const texts: string[] = [];
      way.recallWay(kept, (text) => void texts.push(text));
      return { ...way, texts };
    };
    for (const way of [
      { version: 4, isNamed: true },
      { version: 5, isNamed: false },
    ] as const) {
      const first = await open(undefined);
      first.rememberWay(way);
      expect(first.texts).toHaveLength(1);
      vi.advanceTimersByTime(9 * 60_000);
      const next = await open(first.texts[0]);
      expect(next.firstWay()).toEqual(way);
      // It is not prolonged: the full way is tried again in time.
      next.rememberWay(next.firstWay());
      expect(next.texts).toEqual([]);
      vi.advanceTimersByTime(60_000);
      expect(next.firstWay()).toEqual(full);
      expect((await open(first.texts[0])).firstWay()).toEqual(full);
    }
    for (const text of ['', '3 named 1795748400000', '4 named', '4 named 999999999999999', 'x'])
      expect((await open(text)).firstWay()).toEqual(full);
  });
});
