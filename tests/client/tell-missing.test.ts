// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sayIfLate } from '~/client/page/tell-missing';

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = `<div id="ui:missing" hidden><p data-missing="It is missing." data-late="It is late."></p></div>`;
});
afterEach(() => void vi.useRealTimers());

const box = (): HTMLElement => document.getElementById('ui:missing') ?? document.body;

test('of two parts that are late, the first to come leaves the page saying that the other still is', async () => {
  const first = Promise.withResolvers<void>();
  const second = Promise.withResolvers<void>();
  const [waitingForFirst, waitingForSecond] = [sayIfLate(first.promise), sayIfLate(second.promise)];
  expect(box().hidden).toBe(true);
  vi.advanceTimersByTime(6000);
  expect(box().hidden).toBe(false);

  first.resolve();
  await waitingForFirst;
  expect(box().hidden).toBe(false);

  second.resolve();
  await waitingForSecond;
  expect(box().hidden).toBe(true);
});

test('a part that comes in time takes back nothing of what is said of a late one', async () => {
  const late = Promise.withResolvers<void>();
  const waiting = sayIfLate(late.promise);
  vi.advanceTimersByTime(6000);
  await sayIfLate(Promise.resolve());
  expect(box().hidden).toBe(false);
  late.resolve();
  await waiting;
  expect(box().hidden).toBe(true);
});
