import { cutTitle, heights, type Geometry } from '~/core/timeline/geometry';
import type { Timeline } from '~/core/timeline/timeline';
import { durationText } from '~/words/duration-text';
import type { Words } from '~/words/en';
import { say } from '~/words/say';

interface Props {
  picture: Geometry;
  timeline: Timeline;
  /** The planned minutes of each stretch; undefined where the author planned none. */
  planned: ReadonlyMap<string, number> | undefined;
  words: Words['timeline'];
}

/** "1 h 12 min", or "1 h 12 min of 1 h" where a time was planned. */
function tookText(lasted: number, planned: number, words: Words['timeline']): string {
  const took = durationText(lasted, words);
  return planned === 0 ? took : say(words.beside, { took, planned: durationText(planned, words) });
}

/** A bar for each stretch, with its title and what it took, and the planned time as a line beneath it. */
export default function TimelineStretches({ picture: { rows, width: whole }, timeline, planned, words }: Props) {
  return rows.map(({ index, y, x, width, height, planned: reach }) => {
    const { section = '', title = '', duration = 0, isContingency } = timeline.stretches[index] ?? {};
    const took = tookText(duration, planned?.get(section) ?? 0, words);
    return (
      <g key={index} class="stretch" data-contingency={isContingency || undefined}>
        <rect x={x} y={y + heights.title} width={width} height={height} rx="8" />
        {reach > 0 && <path class="planned" d={`M${x} ${y + heights.title + height + 3}h${reach}`} />}
        <text x="3" y={y + 14}>
          {cutTitle(title, took, whole)}
        </text>
        <text class="clock" x={whole - 3} y={y + 14} text-anchor="end">
          {took}
        </text>
      </g>
    );
  });
}
