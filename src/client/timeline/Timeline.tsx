import { useMemo } from 'preact/hooks';
import type { Structure } from '~/core/page/structure';
import { planSection } from '~/core/plan/plan';
import { showMarks } from '~/core/run/marks';
import { stateOf, type Run } from '~/core/run/run';
import { readTimeline } from '~/core/timeline/timeline';
import type { Words } from '~/words/en';
import { planOf } from '~/client/desk/read-plan';
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

/** A run's timeline: the picture, how long each section took, and the same facts as a table. */
export default function Timeline({ structure, run, before, words }: Props) {
  const timeline = useMemo(() => readTimeline(structure, run), [structure, run]);
  const earlier = useMemo(() => before && readTimeline(structure, before), [structure, before]);
  const planned = useMemo(() => planStretches(structure, run, timeline), [structure, run, timeline]);
  if (timeline.span === undefined) return <p class="soft">{words.timeline.nothing}</p>;
  return (
    <div class="timeline">
      <TimelinePicture timeline={timeline} structure={structure} words={words} />
      <TimelineDurations timeline={timeline} before={earlier} planned={planned} words={words} />
      <TimelineTable happenings={listHappenings(timeline, structure, run, words)} words={words} />
    </div>
  );
}
