import { heights, type Geometry } from '~/core/timeline/geometry';
import type { PointGroup } from '~/core/timeline/layout';
import type { Words } from '~/words/en';
import { clockOf } from '~/client/text/clock-text';
import { initialsOf } from '~/client/text/initials';
import { whenAndWho } from '~/client/text/when-and-who';
import TimelineShape from './TimelineShape';

interface Props {
  picture: Geometry;
  words: Words['mark'];
}

/** At most this many marks of a group are named where a pointer rests on it. */
const mostNamed = 12;

/** The makers of a group's marks: one person's initials, or those of the first and a plus. */
function whoOf({ points }: PointGroup): string {
  const names = [...new Set(points.map(({ entry }) => entry.by))];
  return names.length > 1 ? `${initialsOf(names[0] ?? '')}+` : initialsOf(names[0] ?? '');
}

/** The marks on the bars, those that lie together as one, each with its makers. */
export default function TimelineMarks({ picture: { points, rows }, words }: Props) {
  return points.map((group) => {
    const row = rows.find(({ index }) => index === group.row);
    const y = (row?.y ?? 0) + heights.title + group.lane * heights.lane + 11;
    const told = group.points.map(({ item, entry }) => `${whenAndWho(entry, clockOf)} ${item.text}`);
    return (
      <g key={`${group.row} ${group.lane} ${group.x}`} transform={`translate(${group.x} ${y})`}>
        <title>{[words[group.mark], ...told.slice(0, mostNamed)].join('\n')}</title>
        <TimelineShape mark={group.mark} count={group.points.length} />
        <text class="who" y="16" text-anchor="middle">
          {whoOf(group)}
        </text>
      </g>
    );
  });
}
