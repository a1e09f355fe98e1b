import type { ShownRoom } from '~/stores/room';
import type { LiveWords } from '~/words/live/en';
import { say } from '~/words/say';
import { whenOf } from '~/client/text/when-text';
import { roomText } from './reflect-room';
import { findTold, type Watched } from './watched';

interface Props {
  room: ShownRoom | undefined;
  watched: Watched;
  /** Minutes since 1970. */
  now: number;
  live: LiveWords;
}

/** The people in the room: "3 people: Kim, Lee". */
function peopleText(room: ShownRoom, { bar, watch }: LiveWords): string {
  if (room.phase === 'open' && room.people.length === 1) return watch.nobody;
  // Somebody without a name is counted; a list of “somebody” says nothing more.
  const named = room.people.filter((name) => name !== '');
  return named.length > 0 ? `${roomText(room, bar)}: ${named.join(', ')}` : roomText(room, bar);
}

/** Says at the foot of the big screen who is there, and where what is shown is not what the room has now, since when and why. */
export default function WatchedRoom({ room, watched, now, live }: Props) {
  const { watch, trouble, bar } = live;
  if (watched === 'own' || watched === 'shared' || room === undefined) {
    return <p>{watched === 'shared' ? watch.shared : watch.alone}</p>;
  }
  const told = findTold(room);
  const lost = room.lostAt === undefined ? roomText(room, bar) : say(watch.lost, { time: whenOf(room.lostAt, now) });
  return (
    <div>
      {watched === 'live' ? <p>{peopleText(room, live)}</p> : <p data-away="">{lost}</p>}
      {told && <p class="big-trouble">{trouble[told]}</p>}
    </div>
  );
}
