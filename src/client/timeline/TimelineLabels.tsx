import { heights, type Geometry } from '~/core/timeline/geometry';
import { clockOf, dayOf } from '~/client/text/clock-text';
import { standsOut } from './moments';

/** The texts above the bars: the clock, with the day where it changes, and what each moment was. */
export default function TimelineLabels({ picture: { clockTop, ticks, labels } }: { picture: Geometry }) {
  return (
    <>
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
          data-bad={standsOut(moment) || undefined}
          x={anchor === 'start' ? x + 5 : x - 5}
          y={y + 13}
          text-anchor={anchor}
        >
          {text}
        </text>
      ))}
    </>
  );
}
