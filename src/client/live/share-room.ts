import { h, render } from 'preact';
import { loadLiveWords } from '~/words/live/load';
import ShareRoom from './ShareRoom';
import { loadLiveStyles } from './styles';

/** Shows the room's part of the share dialog in a place of it. */
export async function showShareRoom(host: HTMLElement): Promise<void> {
  const [words] = await Promise.all([loadLiveWords(), loadLiveStyles()]);
  if (host.isConnected) render(h(ShareRoom, { words }), host);
}
