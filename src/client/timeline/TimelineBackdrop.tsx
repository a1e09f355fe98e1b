import { heights, type Geometry } from '~/core/timeline/geometry';
import { standsOut } from './moments';

/** The part of the picture that lies behind all else: contingencies as bands, the hours and the moments as lines across. */
export default function TimelineBackdrop({ picture }: { picture: Geometry }) {
  const { height, clockTop, ticks, bands, labels } = picture;
  return (
    <>
      {bands.map(({ section, x, width }) => (
        <rect
          key={`${section} ${x}`}
          class="band"
          x={x}
          y={clockTop}
          width={Math.max(2, width)}
          height={height - clockTop}
        />
      ))}
      {ticks.map(({ at, x }) => (
        <path key={at} class="tick" d={`M${x} ${clockTop + heights.axis}V${height}`} />
      ))}
      {labels.map(({ moment, x, y }) => (
        <path
          key={`${y} ${x}`}
          class="moment"
          data-bad={standsOut(moment) || undefined}
          d={`M${x} ${y + 2}V${height}`}
        />
      ))}
    </>
  );
}
