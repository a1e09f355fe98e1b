// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Entry } from '~/core/run/entry';
import { handleKeys } from '~/client/acts/handle-keys';
import { guardPresses } from '~/client/live/guard-presses';
import { openPage } from '~/stores/run';
import { enter } from '~/stores/enter';
import { makeItem, makePage } from '../core/arbitraries';

const page = makePage({ items: [makeItem('ping'), makeItem('pong')] });
const entryOf = (key: string, value: string): Entry => ({ key, value, at: 29_000_000, seq: 0, by: 'Kim' });
const row = (id: string) =>
  `<li id="${id}" data-item><div class="row"><label><input type="checkbox"><span class="text">${id}</span></label></div></li>`;

let end: AbortController;
let note: (entries: readonly Entry[]) => void;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  document.body.innerHTML = `<ul>${row('ping')}${row('pong')}</ul><div data-hold="ping"><p data-role="Lead">
    <button data-act="go">Go</button><button data-act="no-go">No-go</button></p></div>`;
  openPage(page);
  end = new AbortController();
  note = guardPresses(end.signal);
});

afterEach(() => {
  end.abort();
  vi.useRealTimers();
});

/** Presses something, and tells whether the page heard of it. */
function press(selector: string): boolean {
  let isHeard = false;
  const hear = () => (isHeard = true);
  document.body.addEventListener('click', hear);
  document.querySelector<HTMLElement>(selector)?.click();
  document.body.removeEventListener('click', hear);
  return isHeard;
}

describe('[LV16] a press that meets what came from the room a moment ago', () => {
  test('leaves a box as it was shown, and only that box; later it counts again', () => {
    const box = document.querySelector<HTMLInputElement>('#ping input');
    if (box) box.checked = true;
    note([entryOf('mark/ping', 'done')]);
    expect([press('#ping input'), box?.checked]).toEqual([false, true]);
    expect(press('#pong input')).toBe(true);
    vi.advanceTimersByTime(701);
    expect([press('#ping input'), box?.checked]).toEqual([true, false]);
  });

  test('is a press of the key for the box as well', () => {
    handleKeys(document.body);
    const box = document.querySelector<HTMLInputElement>('#ping input');
    box?.focus();
    const pressKey = () => {
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'x' }));
      return box?.checked;
    };
    note([entryOf('mark/ping', 'todo')]);
    expect(pressKey()).toBe(false);
    vi.advanceTimersByTime(701);
    expect(pressKey()).toBe(true);
  });

  test('does not take back an answer, but gives another one', () => {
    enter([{ key: 'hold/ping/Lead', value: 'go' }]);
    note([entryOf('hold/ping/Lead', 'go')]);
    expect(press('[data-act=no-go]')).toBe(true);
    expect(press('[data-act=go]')).toBe(false);
    vi.advanceTimersByTime(701);
    expect(press('[data-act=go]')).toBe(true);
  });

  test('counts once the room is left', () => {
    note([entryOf('mark/ping', 'done')]);
    end.abort();
    expect(press('#ping input')).toBe(true);
  });
});
