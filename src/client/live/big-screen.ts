import { h, render } from 'preact';
import { loadPanelStyles } from '~/client/desk/panel-styles';
import { loadLiveWords } from '~/words/live/load';
import { loadWords } from '~/words/load';
import BigScreen from './BigScreen';
import { loadLiveStyles } from './styles';

/** Shows the run large, over the page, until the reader goes back to it. A room's link in the address is offered on it. */
export async function showBigScreen(): Promise<void> {
  const [words, live] = await Promise.all([loadWords(), loadLiveWords(), loadPanelStyles(), loadLiveStyles()]);
  const host = document.body.appendChild(document.createElement('div'));
  const leave = () => {
    render(null, host);
    host.remove();
    delete document.documentElement.dataset.watch;
    history.replaceState(null, '', location.pathname + location.hash);
  };
  document.documentElement.dataset.watch = '';
  render(h(BigScreen, { words, live, leave }), host);
}
