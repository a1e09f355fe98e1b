import type { RefObject } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Structure } from '~/core/page/structure';
import { drawTimeline } from '~/core/timeline/geometry';
import type { Moment } from '~/core/timeline/layout';
import type { Timeline } from '~/core/timeline/timeline';
import { durationText } from '~/words/duration-text';
import type { Words } from '~/words/en';
import { say } from '~/words/say';
import { fullTimeOf, offsetHere } from '~/client/text/when-text';
import { labelMoment } from './moments';
import TimelineBackdrop from './TimelineBackdrop';
import TimelineLabels from './TimelineLabels';
import TimelineLegend from './TimelineLegend';
import TimelineMarks from './TimelineMarks';
import TimelineStretches from './TimelineStretches';

interface Props {
  timeline: Timeline;
  /** The planned minutes of each stretch; undefined where the author planned none. */
  planned: ReadonlyMap<string, number> | undefined;
  /** The plan of the run in words, for those who hear the picture; empty where there is none. */
  pace: string;
  structure: Structure;
  words: Words;
}

/** The width before it is measured, and on paper. */
const usualWidth = 680;

/** The width of an element, followed as it changes. */
function useWidth(element: RefObject<HTMLElement>): number {
  const [width, setWidth] = useState(usualWidth);
  useEffect(() => {
    if (element.current === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width || usualWidth)));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return width;
}

/** A run over the clock: a bar a section with its marks on it, holds as lines across, a contingency as a band behind. */
export default function TimelinePicture({ timeline, planned, pace, structure, words }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const { first, last } = timeline.span ?? { first: 0, last: 0 };
  const picture = useMemo(() => {
    const label = (moment: Moment) => labelMoment(moment, structure, words);
    return drawTimeline(timeline, width, label, offsetHere(first), planned);
  }, [timeline, planned, structure, words, width]);
  const { height, top, breaks, rows } = picture;
  const duration = durationText(timeline.duration, words.timeline);
  const heard = say(words.timeline.picture, { from: fullTimeOf(first), to: fullTimeOf(last), duration });
  const name = pace === '' ? heard : `${heard} ${pace}.`;

  return (
    <div class="picture" ref={frame}>
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={name}>
        <TimelineBackdrop picture={picture} />
        <TimelineLabels picture={picture} />
        <TimelineStretches {...{ picture, timeline, planned }} words={words.timeline} />
        {breaks.map((x) => (
          <path key={x} class="break" d={`M${x - 3} ${top - 4}V${height}M${x + 3} ${top - 4}V${height}`} />
        ))}
        <TimelineMarks picture={picture} words={words.mark} />
      </svg>
      <TimelineLegend pauses={breaks.length > 0} plans={rows.some(({ planned: reach }) => reach > 0)} words={words} />
    </div>
  );
}
