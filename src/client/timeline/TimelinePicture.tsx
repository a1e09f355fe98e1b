import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Structure } from '~/core/page/structure';
import type { Timeline } from '~/core/timeline/timeline';
import type { Moment, PointGroup } from '~/core/timeline/layout';
import type { Words } from '~/words/en';
import { say } from '~/words/say';
import { clockOf, dayOf } from '~/client/text/clock-text';
import { durationText } from '~/words/duration-text';
import { initialsOf } from '~/client/text/initials';
import { cutTitle, drawTimeline, heights } from '~/core/timeline/geometry';
import { labelMoment } from './moments';
import TimelineLegend from './TimelineLegend';
import TimelineShape from './TimelineShape';
import { whenAndWho } from '~/client/text/when-and-who';
import { fullTimeOf, offsetHere } from '~/client/text/when-text';

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

/** The makers of a group's marks: one person's initials, or those of the first and a plus. */
function whoOf({ points }: PointGroup): string {
  const names = [...new Set(points.map(({ entry }) => entry.by))];
  return names.length > 1 ? `${initialsOf(names[0] ?? '')}+` : initialsOf(names[0] ?? '');
}

/** Tells whether a moment stands out: a contingency, or a No-go. */
const isBad = (moment: Moment) => 'alert' in moment || moment.hold.answer === 'no-go' || undefined;

/** A run over the clock: a bar a section with its marks on it, holds as lines across, a contingency as a band behind. */
export default function TimelinePicture({ timeline, planned, pace, structure, words }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(usualWidth);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width || usualWidth)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const { first, last } = timeline.span ?? { first: 0, last: 0 };
  const picture = useMemo(() => {
    const label = (moment: Moment) => labelMoment(moment, structure, words);
    return drawTimeline(timeline, width, label, offsetHere(first), planned);
  }, [timeline, planned, structure, words, width]);
  const { height, clockTop, top, ticks, rows, breaks, bands, points, labels } = picture;
  const duration = durationText(timeline.duration, words.timeline);
  const heard = say(words.timeline.picture, { from: fullTimeOf(first), to: fullTimeOf(last), duration });
  const name = pace === '' ? heard : `${heard} ${pace}.`;

  return (
    <div class="picture" ref={frame}>
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={name}>
        {bands.map(({ section, x, width: wide }) => (
          <rect
            key={`${section} ${x}`}
            class="band"
            x={x}
            y={clockTop}
            width={Math.max(2, wide)}
            height={height - clockTop}
          />
        ))}
        {ticks.map(({ at, x }) => (
          <path key={at} class="tick" d={`M${x} ${clockTop + heights.axis}V${height}`} />
        ))}
        {labels.map(({ moment, x, y }) => (
          <path key={`${y} ${x}`} class="moment" data-bad={isBad(moment)} d={`M${x} ${y + 2}V${height}`} />
        ))}
        {ticks.map(({ at, x, day }) => (
          <text key={at} class="clock" y={clockTop + 13} text-anchor="middle">
            <tspan x={x}>{clockOf(at)}</tspan>
            {day && (
              <tspan x={x} dy={heights.day}>
                {dayOf(at)}
              </tspan>
            )}
          </text>
        ))}
        {labels.map(({ moment, x, y, anchor, text }) => (
          <text
            key={`${y} ${x}`}
            class="moment"
            data-bad={isBad(moment)}
            x={anchor === 'start' ? x + 5 : x - 5}
            y={y + 13}
            text-anchor={anchor}
          >
            {text}
          </text>
        ))}
        {rows.map(({ index, y, x, width: wide, height: tall, planned: reach }) => {
          const stretch = timeline.stretches[index];
          const [lasted, wanted] = [stretch?.duration ?? 0, planned?.get(stretch?.section ?? '') ?? 0];
          const time = durationText(lasted, words.timeline);
          const took =
            wanted === 0
              ? time
              : say(words.timeline.beside, { took: time, planned: durationText(wanted, words.timeline) });
          return (
            <g key={index} class="stretch" data-contingency={stretch?.isContingency || undefined}>
              <rect x={x} y={y + heights.title} width={wide} height={tall} rx="8" />
              {reach > 0 && <path class="planned" d={`M${x} ${y + heights.title + tall + 3}h${reach}`} />}
              <text x="3" y={y + 14}>
                {cutTitle(stretch?.title ?? '', took, width)}
              </text>
              <text class="clock" x={width - 3} y={y + 14} text-anchor="end">
                {took}
              </text>
            </g>
          );
        })}
        {breaks.map((x) => (
          <path key={x} class="break" d={`M${x - 3} ${top - 4}V${height}M${x + 3} ${top - 4}V${height}`} />
        ))}
        {points.map((group) => {
          const row = rows.find(({ index }) => index === group.row);
          const y = (row?.y ?? 0) + heights.title + group.lane * heights.lane + 11;
          const told = group.points.map(({ item, entry }) => `${whenAndWho(entry, clockOf)} ${item.text}`);
          return (
            <g key={`${group.row} ${group.lane} ${group.x}`} transform={`translate(${group.x} ${y})`}>
              <title>{[words.mark[group.mark], ...told.slice(0, 12)].join('\n')}</title>
              <TimelineShape mark={group.mark} count={group.points.length} />
              <text class="who" y="16" text-anchor="middle">
                {whoOf(group)}
              </text>
            </g>
          );
        })}
      </svg>
      <TimelineLegend pauses={breaks.length > 0} plans={rows.some(({ planned: reach }) => reach > 0)} words={words} />
    </div>
  );
}
