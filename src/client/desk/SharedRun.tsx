import { useStore } from '@nanostores/preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { keys } from '~/core/run/entry';
import { findFailures } from '~/core/run/failures';
import { takeAsOfNow } from '~/core/run/future';
import { mergeRuns, stateOf, valueOf } from '~/core/run/run';
import { nowMinute } from '~/stores/clock';
import type { Received, ReceivedRun } from '~/stores/received';
import { $room } from '~/stores/room';
import { $own, $view } from '~/stores/run';
import type { Words } from '~/words/en';
import { say } from '~/words/say';
import { zoneOf } from '~/client/text/clock-text';
import { doneText } from '~/words/progress-text';
import { statusText } from '~/words/status-text';
import { lastEntry } from '~/client/text/tally';
import { fullTimeOf } from '~/client/text/when-text';
import { choicesFor, leaveReceived } from './choose-received';
import Differences from './Differences';
import { fitsLink } from './fits-link';
import SharedNotes from './SharedNotes';
import { unshownText } from './unshown-text';
import { dropLink } from './decided-link';

interface Props<Kind> {
  received: Kind;
  words: Words;
}

/** The title of the region, with the focus on it as soon as something was received. */
function Title({ received, words }: Props<Received>) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    scrollTo({ top: 0 });
    heading.current?.focus({ preventScroll: true });
  }, [received]);
  return (
    <h2 id="ui:shared-title" tabIndex={-1} ref={heading}>
      {words.shared.title}
    </h2>
  );
}

/** A link of which no run can be shown here: the reason, and the way to the page that it is of, where the site has it. */
function UnshownLink({ received, words }: Props<Exclude<Received, ReceivedRun>>) {
  return (
    <section class="shared trouble" aria-labelledby="ui:shared-title">
      <Title received={received} words={words} />
      <p>{unshownText(received, words)}</p>
      <p class="choices">
        {received.kind === 'elsewhere' && (
          <a class="button main" href={received.href} onClick={dropLink}>
            {words.shared.openThere}
          </a>
        )}
        <button type="button" class="button" onClick={leaveReceived}>
          {words.dialog.close}
        </button>
      </p>
    </section>
  );
}

/** What a reader who has such a run should know of live rooms: what a choice does to the one they are in, or that there are any. */
const roomText = ({ inRoom, room }: Words['shared'], isInRoom: boolean, { isFile }: ReceivedRun): string =>
  isInRoom ? `${inRoom} ` : isFile ? '' : `${room} `;

/** A run that came by link or file: its description, entries that could not be placed, and the choices. Nothing changes until one is made. */
function ShownRun({ received, words }: Props<ReceivedRun>) {
  const [takeFuture, setTakeFuture] = useState(false);
  useLayoutEffect(() => setTakeFuture(false), [received]);

  // Another tab may change, or delete, the reader's own run meanwhile: what differs and what can be chosen follow it.
  const own = useStore($own);
  const view = useStore($view);
  const room = useStore($room);

  const { future } = received;
  const { counted, structure } = view;
  const failures = findFailures(view);
  const run = useMemo(
    () => (takeFuture ? takeAsOfNow(received.run, future, nowMinute()) : received.run),
    [received, takeFuture],
  );
  // Writing the link of thousands of entries takes a while: not at each drawing.
  const isTooMuch = useMemo(() => own && !fitsLink(mergeRuns(own, run), structure), [own, run, structure]);
  const last = lastEntry(received.run);
  const choices = choicesFor(run, words);

  return (
    <section class="shared" aria-labelledby="ui:shared-title">
      <Title received={received} words={words} />
      <p>
        <b>{valueOf(stateOf(run), keys.title) || structure.page.title}</b>: {statusText(view, words.status)}.{' '}
        {doneText(counted, words.bar)}
        {failures.length > 0 && `, ${say(words.bar.failed, { n: failures.length })}`}.{' '}
        {last &&
          say(words.shared.last, {
            who: last.by || words.shared.nobody,
            when: `${fullTimeOf(last.at)} ${zoneOf(last.at)}`,
          })}
      </p>
      <p class="choices">
        {choices.map(({ label, choose }, i) => (
          <button type="button" class={i === 0 ? 'button main' : 'button'} key={label} onClick={choose}>
            {label}
          </button>
        ))}
        <button type="button" class="button" onClick={leaveReceived}>
          {words.dialog.close}
        </button>
      </p>
      <p class="soft">
        {received.isFile ? words.shared.file : words.shared.snapshot}{' '}
        {import.meta.env.LIVE_BROKER !== undefined && roomText(words.shared, room !== undefined, received)}
        {received.isFile ? words.shared.fileClaim : words.shared.linkClaim} {own && words.shared.unchanged}
      </p>
      <SharedNotes {...{ received, run, structure, words }} />
      {future.length > 0 && (
        <label class="check">
          <input
            type="checkbox"
            checked={takeFuture}
            onChange={({ currentTarget }) => setTakeFuture(currentTarget.checked)}
          />
          {say(words.shared.future, { n: future.length, when: fullTimeOf(Math.max(...future.map(({ at }) => at))) })}
        </label>
      )}
      {isTooMuch && <p>{words.shared.tooMuch}</p>}
      {own && <Differences mine={own} theirs={run} structure={structure} words={words} />}
    </section>
  );
}

/** A run that somebody has sent, or the reason why it cannot be shown, until the reader has chosen what to do with it. */
export default function SharedRun({ received, words }: Props<Received>) {
  return received.kind === 'run' ? (
    <ShownRun received={received} words={words} />
  ) : (
    <UnshownLink received={received} words={words} />
  );
}
