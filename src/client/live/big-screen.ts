import { h, render } from 'preact';
import { loadPanelStyles } from '~/client/bar/panel-styles';
import { loadLiveWords } from '~/words/live/load';
import { loadWords } from '~/words/load';
import BigScreen from './BigScreen';
import { loadLiveStyles } from './styles';

/** Keeps the screen from going dark while it is looked at, where the browser can: nobody touches a screen on a wall. Returns the end of it. */
function stayAwake(): () => void {
  const end = new AbortController();
  let lock: Promise<WakeLockSentinel | undefined> | undefined;
  const ask = () => {
    // Refused where power is low, for example; then the screen follows its own settings.
    if (document.visibilityState === 'visible') lock = navigator.wakeLock?.request('screen').catch(() => undefined);
  };
  ask();
  // The browser ends it by itself when the page is hidden.
  document.addEventListener('visibilitychange', ask, end);
  return () => {
    end.abort();
    void lock?.then((held) => held?.release());
  };
}

/** Shows the run large, over the page, until the reader goes back to it. A room's link in the address is offered on it. */
export async function showBigScreen(): Promise<void> {
  const [words, live] = await Promise.all([loadWords(), loadLiveWords(), loadPanelStyles(), loadLiveStyles()]);
  const host = document.body.appendChild(document.createElement('div'));
  const sleep = stayAwake();
  const leave = () => {
    sleep();
    render(null, host);
    host.remove();
    delete document.documentElement.dataset.watch;
    history.replaceState(null, '', location.pathname + location.hash);
  };
  document.documentElement.dataset.watch = '';
  render(h(BigScreen, { words, live, leave }), host);
}
