import { useStore } from '@nanostores/preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { keys } from '~/core/run/entry';
import { takeAsOfNow } from '~/core/run/people';
import { mergeRuns, stateOf, valueOf, type Run } from '~/core/run/run';
import { nowMinute } from '~/stores/clock';
import { closeReceived, type Received } from '~/stores/received';
import { $own, $view } from '~/stores/run';
import type { Words } from '~/words/en';
import { say } from '~/words/say';
import { zoneOf } from '~/client/text/clock-text';
import { dateOf } from '~/client/text/date-text';
import { statusText } from '~/client/text/status-text';
import { choicesFor, leaveReceived } from './choose-received';
import Differences from './Differences';
import { fitsLink } from './fits-link';
import { goneText } from '~/client/text/gone-text';
import { refusalText } from '~/client/text/refusal-text';
import { dropLink } from './decided-link';

interface Props {
  received: Received;
  words: Words;
}

/** The last thing that somebody did in a run, as its link says. */
function lastOf(run: Run) {
  return run.entries.reduce<Run['entries'][number] | undefined>(
    (last, entry) => (last && last.at > entry.at ? last : entry),
    undefined,
  );
}

/** A run that came by link: its description, entries that could not be placed, and three choices. Nothing changes until one is made. */
export default function SharedRun({ received, words }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [takeFuture, setTakeFuture] = useState(false);
  useLayoutEffect(() => {
    setTakeFuture(false);
    scrollTo({ top: 0 });
    heading.current?.focus({ preventScroll: true });
  }, [received]);

  // Another tab may change, or delete, the reader's own run meanwhile: what differs and what can be chosen follow it.
  const own = useStore($own);
  const view = useStore($view);

  const leave = () => {
    dropLink();
    closeReceived();
  };

  if (received.kind !== 'run') {
    const sentence =
      received.kind === 'refused'
        ? refusalText(received.refusal, words)
        : say(words.shared[received.kind], received.kind === 'elsewhere' ? { title: received.title } : {});
    return (
      <section class="shared trouble" aria-labelledby="ui:shared-title">
        <h2 id="ui:shared-title" tabIndex={-1} ref={heading}>
          {words.shared.title}
        </h2>
        <p>{sentence}</p>
        <p class="choices">
          {received.kind === 'elsewhere' && (
            <a class="button main" href={received.href} onClick={dropLink}>
              {words.shared.openThere}
            </a>
          )}
          <button type="button" class="button" onClick={leave}>
            {words.dialog.close}
          </button>
        </p>
      </section>
    );
  }

  const { gone, unknown, future, notes } = received;
  const { counted, failures, structure } = view;
  const run = takeFuture ? takeAsOfNow(received.run, future, nowMinute()) : received.run;
  const last = lastOf(received.run);
  const choices = choicesFor(run, words);

  return (
    <section class="shared" aria-labelledby="ui:shared-title">
      <h2 id="ui:shared-title" tabIndex={-1} ref={heading}>
        {words.shared.title}
      </h2>
      <p>
        <b>{valueOf(stateOf(run), keys.title) || structure.page.title}</b>: {statusText(view, words.status)}.{' '}
        {say(words.bar.done, { done: counted.done, total: counted.total })}
        {failures.length > 0 && `, ${say(words.bar.failed, { n: failures.length })}`}.{' '}
        {last &&
          say(words.shared.last, {
            who: last.by || words.shared.nobody,
            when: `${dateOf(last.at)} ${zoneOf(last.at)}`,
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
        {import.meta.env.LIVE_BROKER !== undefined && !received.isFile && `${words.shared.room} `}
        {received.isFile ? words.shared.fileClaim : words.shared.linkClaim} {own && words.shared.unchanged}
      </p>
      {gone.length > 0 && (
        <p>
          {say(words.shared.gone, {
            n: gone.length,
            items: gone.map((id) => goneText(structure, id, words)).join('; '),
          })}
        </p>
      )}
      {unknown > 0 && <p>{say(words.shared.unknown, { n: unknown })}</p>}
      {notes.length > 0 && (
        <ul>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {future.length > 0 && (
        <label class="check">
          <input
            type="checkbox"
            checked={takeFuture}
            onChange={({ currentTarget }) => setTakeFuture(currentTarget.checked)}
          />
          {say(words.shared.future, { n: future.length, when: dateOf(Math.max(...future.map(({ at }) => at))) })}
        </label>
      )}
      {own && !fitsLink(mergeRuns(own, run), structure) && <p>{words.shared.tooMuch}</p>}
      {own && <Differences mine={own} theirs={run} structure={structure} words={words} />}
    </section>
  );
}
