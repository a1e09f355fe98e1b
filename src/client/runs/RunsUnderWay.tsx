import { useStore } from '@nanostores/preact';
import { useLayoutEffect } from 'preact/hooks';
import { $pageModels, type PageModel } from '~/stores/page-models';
import { $runs } from '~/stores/run-list';
import { $naming } from '~/stores/strangers';
import { nowMinute } from '~/stores/clock';
import type { Run } from '~/core/run/run';
import type { Words } from '~/words/en';
import { say } from '~/words/say';
import { keys } from '~/core/run/entry';
import { stateOf, valueOf } from '~/core/run/run';
import { isUnderWay } from '~/core/run/under-way';
import { addressOfRuns } from '~/stores/site-addresses';
import { titleOfPage, viewListed } from './listed-run';
import { reservePlace } from './reserve-place';
import RunLine from './RunLine';
import RunLink from './RunLink';
import RunNext from './RunNext';
import RunState from './RunState';
import { lastEntry } from '~/client/text/tally';
import { mostShown } from './most-shown';
import { useList } from './use-list';
import { whenAndWho } from '~/client/text/when-and-who';
import { whenOf } from '~/client/text/when-text';

/** A run under way as a small run bar: its title, progress, failures, next step, and the last person at work on it. */
function SmallBar({ run, model, words }: { run: Run; model: PageModel | undefined; words: Words }) {
  const view = viewListed(run, model);
  const page = titleOfPage(run.page, model);
  const title = valueOf(stateOf(run), keys.title);
  const last = lastEntry(run);
  const now = nowMinute();
  const alarm = view?.alarm;
  return (
    <li class="small-bar" data-alarm={alarm !== undefined || undefined}>
      <p class="name">
        {model?.kind === 'gone' ? (
          // A run whose page is gone can still be exported from the list.
          <a href={addressOfRuns}>{title || page}</a>
        ) : (
          <RunLink run={run}>{title || page}</RunLink>
        )}
        <span>{title === '' ? say(words.runs.started, { when: whenOf(run.start, now) }) : page}</span>
        {last && <span class="last">{whenAndWho(last, (minute) => whenOf(minute, now))}</span>}
      </p>
      <RunLine view={view} words={words} />
      <p class="tally">
        <RunState run={run} view={view} words={words} />
        {view?.next?.kind === 'end' && (
          <span class="next">{view.progress.open > 0 ? words.bar.through : words.bar.allDone}</span>
        )}
        {view && <RunNext run={run} view={view} words={words} />}
      </p>
    </li>
  );
}

function OpenRunsUnderWay({ words }: { words: Words }) {
  const kept = useStore($runs);
  const runs = kept.map(({ run }) => run).filter(isUnderWay);
  // The section said what was so when the page opened.
  useLayoutEffect(() => {
    const place = document.getElementById('under-way');
    if (place) reservePlace(place, kept.length, runs.length);
  }, [kept]);
  const models = useStore($pageModels);
  // Marks that came by their hash alone are shown once they can be named.
  useStore($naming);
  const ordered = runs.toSorted((a, b) => (lastEntry(b)?.at ?? 0) - (lastEntry(a)?.at ?? 0));
  return (
    <ul>
      {ordered.slice(0, mostShown).map((run) => (
        <SmallBar key={`${run.page} ${run.id}`} run={run} model={models.get(run.page)} words={words} />
      ))}
    </ul>
  );
}

/** The runs of this browser that have not ended, the last touched first. They are drawn once their pages are there. */
export default function RunsUnderWay() {
  const words = useList();
  return words === undefined ? null : <OpenRunsUnderWay words={words} />;
}
