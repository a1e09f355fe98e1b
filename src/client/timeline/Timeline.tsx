import { useMemo } from 'preact/hooks';
import type { Structure } from '~/core/page/structure';
import { planSection } from '~/core/plan/plan';
import { showMarks } from '~/core/run/marks';
import { stateOf, type Run } from '~/core/run/run';
import { viewRun } from '~/core/run/view';
import { readTimeline } from '~/core/timeline/timeline';
import { nowMinute } from '~/stores/clock';
import type { Words } from '~/words/en';
import { planOf } from '~/client/desk/read-plan';
import { describePace, joinParts } from '~/words/plan-text';
import { whenOf } from '~/client/text/when-text';
import { listHappenings } from './moments';
import TimelineDurations from './TimelineDurations';
import TimelinePicture from './TimelinePicture';
import TimelineTable from './TimelineTable';

interface Props {
  structure: Structure;
  run: Run;
  /** The last run of the same page before it. */
  before: Run | undefined;
  words: Words;
}

/** The planned minutes of each stretch, and of the whole (''); undefined where the author planned none. */
function planStretches(structure: Structure, run: Run, { stretches }: ReturnType<typeof readTimeline>) {
  const plan = planOf(structure);
  if (plan === undefined) return undefined;
  const marks = showMarks(structure, stateOf(run));
  const sections = ['', ...stretches.map(({ section }) => section)];
  return new Map(sections.map((section) => [section, planSection(structure, plan, section, marks).total]));
}

/** The plan of a run in words; empty where there is none. */
function sayPace(structure: Structure, run: Run, earlier: Run | undefined, words: Words): string {
  const plan = planOf(structure);
  const now = nowMinute();
  const beside = { now, format: (minute: number) => whenOf(minute, now), earlier };
  const pace = plan && describePace(viewRun(structure, run), plan, words, beside);
  return pace ? joinParts(pace) : '';
}

/** A run's timeline: the picture, how long each section took, and the same facts as a table. */
export default function Timeline({ structure, run, before, words }: Props) {
  const timeline = useMemo(() => readTimeline(structure, run), [structure, run]);
  const earlier = useMemo(() => before && readTimeline(structure, before), [structure, before]);
  const planned = useMemo(() => planStretches(structure, run, timeline), [structure, run, timeline]);
  const pace = useMemo(() => sayPace(structure, run, before, words), [structure, run, before, words]);
  if (timeline.span === undefined) return <p class="soft">{words.timeline.nothing}</p>;
  return (
    <div class="timeline">
      <TimelinePicture {...{ timeline, planned, structure, words }} pace={pace} />
      <TimelineDurations timeline={timeline} before={earlier} planned={planned} words={words} />
      <TimelineTable happenings={listHappenings(timeline, structure, run, words)} words={words} />
    </div>
  );
}
