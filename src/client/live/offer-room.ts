import { h, render } from 'preact';
import { readRoomLink } from '~/core/room/link';
import { closeReceived } from '~/stores/received';
import { takeRepaired } from '~/stores/repaired-link';
import { loadPanelStyles } from '~/client/bar/panel-styles';
import { loadLiveWords } from '~/words/live/load';
import RoomOffer from './RoomOffer';
import { loadLiveStyles } from './styles';

/** Offers to join the room of the link in the address, at the top of the page. `wasRepaired`: its “#” was escaped on the way. */
export async function offerRoom(wasRepaired: boolean): Promise<void> {
  const isRepaired = takeRepaired() || wasRepaired;
  const link = readRoomLink(location.hash);
  const place = document.getElementById('ui:received');
  if (!link.ok || place === null) return;
  const [words] = await Promise.all([loadLiveWords(), loadPanelStyles(), loadLiveStyles()]);
  closeReceived();
  const host = document.getElementById('ui:room') ?? document.createElement('div');
  host.id = 'ui:room';
  // Over the big screen it stands at the end of the page, with everything else beneath both.
  const isWatched = new URLSearchParams(location.search).has('watch');
  if (isWatched) document.body.append(host);
  else place.before(host);
  const leave = () => {
    render(null, host);
    host.remove();
    // The big screen stays open.
    history.replaceState(null, '', location.pathname + (isWatched ? '?watch' : ''));
  };
  render(h(RoomOffer, { link: link.value, wasRepaired: isRepaired, words, leave }), host);
  scrollTo({ top: 0 });
}
