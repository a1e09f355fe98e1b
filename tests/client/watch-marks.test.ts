import { beforeEach, expect, test, vi } from 'vitest';
import { watchMarks } from '~/client/search/watch-marks';

let listeners: EventTarget;

beforeEach(() => {
  vi.useFakeTimers();
  listeners = new EventTarget();
  vi.stubGlobal('addEventListener', listeners.addEventListener.bind(listeners));
  vi.stubGlobal('window', { setTimeout });
  vi.stubGlobal('document', { querySelector: () => null });
  vi.stubGlobal(
    'MutationObserver',
    class {
      observe = vi.fn();
      disconnect = vi.fn();
    },
  );
});

test.each(['storage', 'online'])(
  'answers are asked for anew once after many “%s” events, and never after the search is closed',
  (name) => {
    const changed = vi.fn();
    const stop = watchMarks(changed);
    for (let i = 0; i < 5; i++) listeners.dispatchEvent(new Event(name));
    vi.runAllTimers();
    expect(changed).toHaveBeenCalledTimes(1);
    listeners.dispatchEvent(new Event(name));
    stop();
    listeners.dispatchEvent(new Event(name));
    vi.runAllTimers();
    expect(changed).toHaveBeenCalledTimes(1);
  },
);
