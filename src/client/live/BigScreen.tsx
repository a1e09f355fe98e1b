import { useStore } from '@nanostores/preact';
import { useEffect, useState } from 'preact/hooks';
import { findEnd } from '~/core/run/ending';
import { keys } from '~/core/run/entry';
import { findFailures } from '~/core/run/failures';
import { valueOf } from '~/core/run/run';
import type { View } from '~/core/run/view';
import { $received } from '~/stores/received';
import { $room } from '~/stores/room';
import { $view } from '~/stores/run';
import { $looking } from '~/stores/visitor';
import type { Words } from '~/words/en';
import type { LiveWords } from '~/words/live/en';
import { say } from '~/words/say';
import { clockOf } from '~/client/text/clock-text';
import { doneText } from '~/words/progress-text';
import { nextText } from '~/client/text/next-text';
import { statusText } from '~/words/status-text';
import { unshownText } from '~/client/desk/unshown-text';
import { whenOf } from '~/client/text/when-text';
import WatchedRoom from './WatchedRoom';
import { judgeWatched } from './watched';

interface Props {
  words: Words;
  live: LiveWords;
  leave: () => void;
}

/** The number of failures that are named: what does not fit on a screen is not read. */
const mostFailed = 3;

/** The characters beyond which a status, and a next step, are written smaller. */
const longStatus = 32;
const longNext = 90;

/** Returns the time of day, updated each second. */
function useClock(): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** "3 of 96 done · Started 02:10 · Ended 03:40 (Kim)" */
function progressText(
  { counted, run, state }: View,
  words: Words['bar'],
  live: LiveWords['watch'],
  now: number,
): string {
  const end = findEnd(state);
  return [
    doneText(counted, words),
    ...(run ? [say(live.started, { time: whenOf(run.start, now) })] : []),
    ...(end ? [say(live.ended, { time: whenOf(end.at, now) }) + (end.by && ` (${end.by})`)] : []),
  ].join(' · ');
}

/** A run for a screen on the wall: status, current step, clock, failures, people present. Nothing on it needs a keyboard. */
export default function BigScreen({ words, live, leave }: Props) {
  const view = useStore($view);
  const room = useStore($room);
  const received = useStore($received);
  const isLooking = useStore($looking) !== undefined;
  const now = useClock() / 60_000;
  const { structure, state, status } = view;
  const failed = findFailures(view);
  const watched = judgeWatched(view, room, isLooking);
  const isAwaited = watched === 'awaited';
  const said = statusText(view, words.status);
  const next = view.next?.kind === 'end' ? live.watch.end : nextText(view, words.hold)?.text;
  return (
    <section class="big-screen" aria-label={live.watch.title}>
      <header>
        <h2>{valueOf(state, keys.title) || structure.page.title}</h2>
        <time>{clockOf(now)}</time>
      </header>
      {received && received.kind !== 'run' && <p class="big-trouble">{unshownText(received, words)}</p>}
      {isAwaited ? (
        <p class="status-text">{live.watch.awaited}</p>
      ) : (
        <>
          <p
            class="status-text"
            data-status={status.kind}
            data-failed={failed.length > 0 ? '' : undefined}
            data-long={said.length > longStatus ? '' : undefined}
          >
            {said}
          </p>
          <p class="big-progress">{progressText(view, words.bar, live.watch, now)}</p>
        </>
      )}
      {!isAwaited && status.kind !== 'ended' && (
        <div class="big-next">
          <h3>{live.watch.next}</h3>
          <p data-long={next && next.length > longNext ? '' : undefined}>{next ?? live.watch.none}</p>
        </div>
      )}
      {failed.length > 0 && (
        <div class="big-failed">
          <h3>
            {live.watch.failed}: {failed.length}
          </h3>
          <ul>
            {failed.slice(0, mostFailed).map(({ id, text: what }) => (
              <li key={id}>
                {what}
                {valueOf(state, keys.note(id)) && `: ${valueOf(state, keys.note(id))}`}
              </li>
            ))}
            {failed.length > mostFailed && <li>{say(live.watch.more, { n: failed.length - mostFailed })}</li>}
          </ul>
        </div>
      )}
      <footer>
        <WatchedRoom room={room} watched={watched} now={now} live={live} />
        <button type="button" class="button" onClick={leave}>
          {live.watch.leave}
        </button>
      </footer>
    </section>
  );
}
