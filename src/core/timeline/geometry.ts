import type { Timeline } from './timeline';
import { layOutTimeline, type Moment, type TimelineLayout } from './layout';

/** In pixels: room at both ends for half a shape, a point with its initials, a letter of a label, and what lines take. */
const edge = 20;
const pointWidth = 24;
const letter = 7.5;
const tickWidth = 58;
export const heights = { label: 18, axis: 18, day: 14, title: 20, lane: 30, gap: 10 };

/** A picture of a certain width in pixels: all of the layout placed in it. */
export interface Geometry extends Omit<TimelineLayout, 'rows' | 'labels' | 'ticks'> {
  width: number;
  height: number;
  /** The lower edge of the labels, and that of the clock under them. */
  clockTop: number;
  top: number;
  ticks: readonly { at: number; x: number; day: boolean }[];
  labels: readonly (TimelineLayout['labels'][number] & { y: number; text: string })[];
  /** Rows in which something happened; `index` is that of the layout. */
  rows: readonly { index: number; y: number; x: number; width: number; height: number; planned: number }[];
}

/** Cuts a stretch's title so that there is room on its line for `beside`, the text at the line's other end. */
export function cutTitle(title: string, beside: string, width: number): string {
  const fits = Math.floor(width / letter) - beside.length - 2;
  return title.length <= fits ? title : `${title.slice(0, Math.max(0, fits - 1)).trimEnd()}…`;
}

const dayOf = (at: number, offset: number) => Math.floor((at + offset) / 1440);

/** Keeps the ticks that have room for their text; `day` is true if a tick's day differs from that of the tick before. */
function thinTicks(ticks: readonly { at: number; x: number }[], offset: number) {
  let last = -Infinity;
  const kept = ticks.filter(({ x }) => {
    if (x - last < tickWidth) return false;
    last = x;
    return true;
  });
  return kept.map((tick, i) => {
    const before = kept[i - 1];
    return { ...tick, day: before === undefined || dayOf(before.at, offset) !== dayOf(tick.at, offset) };
  });
}

/** Cuts a text to the room that it has. */
const cutText = (text: string, room: number): string => {
  const most = Math.max(1, Math.floor(room / letter));
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
};

/**
 * Places a timeline in a picture `width` pixels wide. `labelOf` gives a moment's text; `offset` is the time zone's, in
 * minutes; `planned`: of stretches, in minutes.
 */
export function drawTimeline(
  timeline: Timeline,
  width: number,
  labelOf: (moment: Moment) => string,
  offset: number,
  planned?: ReadonlyMap<string, number>,
): Geometry {
  const inner = Math.max(100, width - 2 * edge);
  const unit = 1000 / inner;
  const widthOf = (moment: Moment) => Math.min(1000, (labelOf(moment).length * letter + 12) * unit);
  const layout = layOutTimeline(timeline, widthOf, offset, pointWidth * unit, planned);
  const place = (x: number) => edge + x / unit;
  const lanes = Math.max(0, ...layout.labels.map(({ lane }) => lane + 1));
  const first = layout.points[0];
  const only = first === undefined ? [] : [{ at: first.points[0]?.entry.at ?? 0, x: first.x }];
  const ticks = thinTicks(
    (layout.ticks.length > 0 ? layout.ticks : only).map(({ at, x }) => ({ at, x: place(x) })),
    offset,
  );
  const hasDays = ticks.slice(1).some(({ day }) => day);
  const clockTop = lanes * heights.label;
  const top = clockTop + heights.axis + (hasDays ? heights.day : 0) + heights.gap;
  let y = top;
  const rows = layout.rows.flatMap((row, index) => {
    if (row.lanes === 0) return [];
    const height = row.lanes * heights.lane;
    const bar = { x: place(row.x) - 11, width: row.width / unit + 22 };
    const drawn = { index, y, ...bar, height, planned: row.planned === 0 ? 0 : row.planned / unit + 22 };
    y += heights.title + height + heights.gap;
    return [drawn];
  });
  return {
    width,
    height: y,
    clockTop,
    top,
    ticks: hasDays ? ticks : ticks.map((tick) => ({ ...tick, day: false })),
    rows,
    breaks: layout.breaks.map(place),
    bands: layout.bands.map((band) => ({ ...band, x: place(band.x), width: band.width / unit })),
    points: layout.points.map((group) => ({ ...group, x: place(group.x) })),
    labels: layout.labels.map((label) => {
      const x = place(label.x);
      const room = label.anchor === 'start' ? width - x - 6 : x - 6;
      return { ...label, x, y: label.lane * heights.label, text: cutText(labelOf(label.moment), room) };
    }),
  };
}
