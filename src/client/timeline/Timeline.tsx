import { useMemo } from 'preact/hooks';
import type { Structure } from '~/core/page/structure';
import type { Run } from '~/core/run/run';
import { readTimeline } from '~/core/timeline/timeline';
import type { Words } from '~/words/en';
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

/** A run's timeline: the picture, how long each section took, and the same facts as a table. */
export default function Timeline({ structure, run, before, words }: Props) {
  const timeline = useMemo(() => readTimeline(structure, run), [structure, run]);
  const earlier = useMemo(() => before && readTimeline(structure, before), [structure, before]);
  if (timeline.span === undefined) return <p class="soft">{words.timeline.nothing}</p>;
  return (
    <div class="timeline">
      <TimelinePicture timeline={timeline} structure={structure} words={words} />
      <TimelineDurations timeline={timeline} before={earlier} words={words} />
      <TimelineTable happenings={listHappenings(timeline, structure, run, words)} words={words} />
    </div>
  );
}
