import { useState } from 'preact/hooks';
import type { ComponentProps, ComponentType } from 'preact';
import { nowMinute } from '~/stores/clock';
import { earlierRun } from '~/stores/earlier-run';
import type { PageModel } from '~/stores/page-models';
import type { Kept } from '~/stores/run-list';
import { shownRun } from '~/stores/pointer';
import type { Words } from '~/words/en';
import { say } from '~/words/say';
import { bytesText } from '~/client/text/bytes-text';
import { viewListed } from './listed-run';
import { titleOfRun } from '~/client/text/run-title';
import { loadTimeline, openRunsMenu } from '~/client/desk/registry';
import RunLine from './RunLine';
import RunLink from './RunLink';
import RunNext from './RunNext';
import RunState from './RunState';
import { endingText, endOf, lastEntry } from '~/client/text/tally';
import { whenAndWho } from '~/client/text/when-and-who';
import { whenOf } from '~/client/text/when-text';

interface Props {
  kept: Kept;
  model: PageModel | undefined;
  words: Words;
}

type TimelineProps = ComponentProps<Awaited<ReturnType<typeof loadTimeline>>['default']>;

/** A run's timeline, drawn once somebody looks: its code, its styles and the run before it come then. */
function LazyTimeline(props: Omit<TimelineProps, 'before'>) {
  const [Loaded, setLoaded] = useState<ComponentType<TimelineProps>>();
  const load = async () => {
    const { default: Timeline } = await loadTimeline();
    setLoaded(() => Timeline);
  };
  return (
    <details class="look" onToggle={({ currentTarget }) => void (currentTarget.open && !Loaded && load())}>
      <summary aria-label={`${props.words.timeline.title}: ${titleOfRun(props.run)}`}>
        {props.words.timeline.title}
      </summary>
      {Loaded && <Loaded {...props} before={earlierRun(props.run)} />}
    </details>
  );
}

/** One run of the list: its title, progress, ending and menu. */
export default function RunsItem({ kept: { run, bytes }, model, words }: Props) {
  const view = viewListed(run, model);
  const title = titleOfRun(run);
  const now = nowMinute();
  const when = (minute: number) => whenOf(minute, now);
  const [last, end] = [lastEntry(run), endOf(run)];
  const ending = endingText(view, words.runs);
  const isShown = shownRun(run.page) === run.id;
  const alarm = view?.alarm;
  return (
    <li class="run" data-alarm={alarm !== undefined || undefined} data-ended={end !== undefined || undefined}>
      <div class="head">
        <h3>
          {model?.kind === 'gone' ? title : <RunLink run={run}>{title}</RunLink>}
          {isShown && model?.kind !== 'gone' && <small>{words.runs.shown}</small>}
        </h3>
        <button
          type="button"
          class="button dots"
          aria-haspopup="menu"
          aria-label={say(words.runs.more, { run: title })}
          onClick={({ currentTarget: button }) => void openRunsMenu(button, run, model)}
        >
          ⋯
        </button>
      </div>
      <RunLine view={view} words={words} />
      <p class="tally">
        <RunState run={run} view={view} words={words} />
        {end && (
          <span class="ended">
            {say(words.runs.ended, { when: whenAndWho(end, when) })}
            {ending !== '' && `, ${ending}`}
          </span>
        )}
        {view && <RunNext run={run} view={view} words={words} />}
      </p>
      <p class="facts">
        {[
          say(words.runs.started, { when: when(run.start) }),
          ...(last ? [say(words.runs.last, { when: whenAndWho(last, when) })] : []),
          bytesText(bytes / 2),
        ].join(' · ')}
      </p>
      {view && <LazyTimeline structure={view.structure} run={run} words={words} />}
    </li>
  );
}
