import { useStore } from '@nanostores/preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { keys } from '~/core/run/entry';
import { valueOf } from '~/core/run/run';
import { nowMinute } from '~/stores/clock';
import { $view } from '~/stores/run';
import { earlierRun } from '~/stores/earlier-run';
import { say } from '~/words/say';
import { statusText } from '~/words/status-text';
import { whenOf } from '~/client/text/when-text';
import { copyMarkdown, downloadJson, downloadMarkdown } from '~/client/desk/exports';
import type { PanelProps } from '~/client/desk/panel-props';
import Dialog from '~/client/desk/Dialog';
import { endingText, endOf, failedOf, tallyParts } from '~/client/text/tally';
import { Failures, Holds, Planned } from './SummaryParts';
import Timeline from './Timeline';

interface Props extends PanelProps {
  /** The part to begin at, where it is not the first. */
  at?: 'timeline';
}

/** The run at a glance, for anyone who asks how it went: counts, failures, answers, the timeline. It prints without the page. */
export default function SummaryDialog({ words, close, at }: Props) {
  const timeline = useRef<HTMLHeadingElement>(null);
  // After the dialog has opened, and taken the focus to its own heading.
  useLayoutEffect(() => {
    if (at !== 'timeline') return;
    timeline.current?.focus();
    timeline.current?.scrollIntoView({ block: 'start' });
  }, []);
  // Others may go on while it is read.
  const view = useStore($view);
  const { run, structure, state } = view;
  const people = [...new Set(run?.entries.map(({ by }) => by).filter((by) => by !== ''))].join(', ');
  const end = run && endOf(run);
  const now = nowMinute();

  return (
    <Dialog kind="summary" title={words.summary.title} close={close} closeWord={words.dialog.close}>
      {() =>
        run === undefined ? (
          <p>{words.summary.none}</p>
        ) : (
          <>
            <p>
              <b>{valueOf(state, keys.title) || structure.page.title}</b>
              <br />
              {[...tallyParts(run, view, words), say(words.runs.started, { when: whenOf(run.start, now) })].join(' · ')}
              {failedOf(run, view) > 0 && (
                <>
                  {' · '}
                  <b class="failed">{say(words.bar.failed, { n: failedOf(run, view) })}</b>
                </>
              )}
            </p>
            <p class="soft">
              {[
                end === undefined
                  ? statusText(view, words.status)
                  : `${say(words.runs.ended, { when: whenOf(end.at, now) })}, ${endingText(view, words.runs)}`,
                ...(people === '' ? [] : [say(words.summary.people, { names: people })]),
              ].join(' · ')}
            </p>
            <Planned view={view} words={words} />
            <Failures view={view} words={words} />
            <Holds view={view} words={words} />
            <h3 tabIndex={-1} ref={timeline}>
              {words.timeline.title}
            </h3>
            <Timeline structure={structure} run={run} before={earlierRun(run)} words={words} />
            <p class="choices">
              <button type="button" class="button" onClick={() => void copyMarkdown(view, words)}>
                {words.menu.copyMarkdown}
              </button>
              <button type="button" class="button" onClick={() => downloadMarkdown(view, words)}>
                {words.menu.downloadMarkdown}
              </button>
              <button type="button" class="button" onClick={() => downloadJson(view)}>
                {words.menu.downloadJson}
              </button>
              <button type="button" class="button" onClick={() => print()}>
                {words.menu.print}
              </button>
            </p>
          </>
        )
      }
    </Dialog>
  );
}
