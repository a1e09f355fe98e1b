import { useStore } from '@nanostores/preact';
import { useEffect, useState } from 'preact/hooks';
import { keys } from '~/core/run/entry';
import { valueOf } from '~/core/run/run';
import { $room } from '~/stores/room';
import { $view } from '~/stores/run';
import type { Words } from '~/words/en';
import type { LiveWords } from '~/words/live/en';
import { say } from '~/words/say';
import { clockOf } from '~/client/text/clock-text';
import { nextText } from '~/client/text/next-text';
import { statusText } from '~/client/text/status-text';
import { isIn, roomText } from './reflect-room';

interface Props {
  words: Words;
  live: LiveWords;
  leave: () => void;
}

/** Returns the time of day, updated each second. */
function useClock(): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** A run for a screen on the wall: status, current step, clock, failures, people present. Nothing on it needs a keyboard. */
export default function BigScreen({ words, live, leave }: Props) {
  const view = useStore($view);
  const room = useStore($room);
  const now = useClock();
  const { structure, run, state, counted, status, failures: failed } = view;
  // Somebody without a name is counted; a list of “somebody” says nothing more.
  const named = room?.people.filter((name) => name !== '') ?? [];
  const next = nextText(view, words.hold);
  return (
    <section class="big-screen" aria-label={live.watch.title}>
      <header>
        <h2>{valueOf(state, keys.title) || structure.page.title}</h2>
        <time>{clockOf(now / 60_000)}</time>
      </header>
      <p class="status-text" data-status={status.kind}>
        {statusText(view, words.status)}
      </p>
      <p class="big-progress">
        {say(words.bar.done, { done: counted.done, total: counted.total })}
        {run && ` · ${say(live.watch.since, { time: clockOf(run.start) })}`}
      </p>
      <div class="big-next">
        <h3>{live.watch.next}</h3>
        <p>{next?.text ?? live.watch.none}</p>
      </div>
      {failed.length > 0 && (
        <div class="big-failed">
          <h3>
            {live.watch.failed}: {failed.length}
          </h3>
          <ul>
            {failed.map(({ id, text: what }) => (
              <li key={id}>
                {what}
                {valueOf(state, keys.note(id)) && `: ${valueOf(state, keys.note(id))}`}
              </li>
            ))}
          </ul>
        </div>
      )}
      <footer>
        <p data-away={room && !isIn(room) ? '' : undefined}>
          {room ? roomText(room, live.bar) : live.watch.alone}
          {named.length > 0 && `: ${named.join(', ')}`}
        </p>
        <button type="button" class="button" onClick={leave}>
          {live.watch.leave}
        </button>
      </footer>
    </section>
  );
}
