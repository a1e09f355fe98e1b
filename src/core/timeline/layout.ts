import type { Alert } from '~/core/run/history';
import type { HoldPoint, Point, Stretch, Timeline } from './timeline';
import { scaleTime, width, type TimeScale } from './time-scale';

/** A point's size where the drawing gives none: points of one mark that would touch are drawn as one, with their number. */
const usualSize = 14;

/** A bar of the picture, with the lanes that its points need so that none covers another. */
export interface Row {
  section: string;
  x: number;
  width: number;
  lanes: number;
  /** The width of the planned time, from the bar's beginning; 0 where none is planned, or nothing has begun. */
  planned: number;
}

/** Points of one row and mark that lie together. */
export interface PointGroup {
  row: number;
  lane: number;
  x: number;
  mark: Point['mark'];
  points: readonly Point[];
}

/** An event with a label of its own: an answer to a hold, or the start of a contingency. */
export type Moment = { hold: HoldPoint } | { alert: Alert };

/** A label begins at `x`, or ends there where the picture has no more room to the right. */
export interface Label {
  moment: Moment;
  x: number;
  anchor: 'start' | 'end';
  lane: number;
}

/** All in 0..1000 from left to right; rows and lanes are numbered from 0, and their heights are up to the drawing. */
export interface TimelineLayout extends Pick<TimeScale, 'breaks' | 'ticks'> {
  rows: readonly Row[];
  points: readonly PointGroup[];
  labels: readonly Label[];
  /** The times in which a contingency was on. */
  bands: readonly { section: string; x: number; width: number }[];
}

/** The first lane in which `from` is free; `ends` has the right edge of each and is brought up to date. */
function takeLane(ends: number[], from: number, to: number): number {
  const free = ends.findIndex((end) => end <= from);
  const lane = free < 0 ? ends.length : free;
  ends[lane] = to;
  return lane;
}

/** Puts the points of one row together by marks and nearness, and gives each group a lane. */
function groupPoints(points: readonly Point[], row: number, { place }: TimeScale, size: number): PointGroup[] {
  const open = new Map<Point['mark'], { x: number; points: Point[]; mark: Point['mark'] }>();
  const groups: { x: number; points: Point[]; mark: Point['mark'] }[] = [];
  for (const point of points.toSorted((a, b) => a.entry.at - b.entry.at)) {
    const x = place(point.entry.at);
    const near = open.get(point.mark);
    if (near !== undefined && x - near.x < size) near.points.push(point);
    else {
      const group = { x, points: [point], mark: point.mark };
      open.set(point.mark, group);
      groups.push(group);
    }
  }
  const ends: number[] = [];
  return groups
    .toSorted((a, b) => a.x - b.x)
    .map((group) => ({ ...group, row, lane: takeLane(ends, group.x - size / 2, group.x + size / 2) }));
}

const momentAt = (moment: Moment): number => ('hold' in moment ? moment.hold.entry.at : moment.alert.on.at);

function placeLabels(moments: readonly Moment[], { place }: TimeScale, widthOf: (moment: Moment) => number): Label[] {
  const ends: number[] = [];
  const wanted = moments.map((moment) => {
    const x = place(momentAt(moment));
    const wide = widthOf(moment);
    const anchor = x + wide <= width || x < width / 2 ? ('start' as const) : ('end' as const);
    return { moment, x, anchor, from: anchor === 'start' ? x : x - wide, wide };
  });
  return wanted
    .toSorted((a, b) => a.from - b.from)
    .map(({ moment, x, anchor, from, wide }) => ({ moment, x, anchor, lane: takeLane(ends, from, from + wide) }));
}

/**
 * Lays a timeline out as geometry [TL5]. No two points of a row and no two labels overlap. `widthOf`: the width of a moment's label;
 * `offset`: the time zone's offset, in minutes, for an axis of round hours; `size`: a point's size, which is larger on a narrow screen;
 * `planned`: the planned minutes of stretches, for which the picture has room.
 */
export function layOutTimeline(
  timeline: Timeline,
  widthOf: (moment: Moment) => number,
  offset = 0,
  size = usualSize,
  planned: ReadonlyMap<string, number> = new Map(),
): TimelineLayout {
  const { span, stretches, points, holds, alerts } = timeline;
  const marked = [...points, ...holds].map(({ entry }) => entry.at);
  const switched = alerts.flatMap(({ on, off }) => [on.at, off?.at ?? on.at]);
  const plannedEnd = ({ section, span: own }: Stretch) => (own ? own.first + (planned.get(section) ?? 0) : undefined);
  const ends = stretches.flatMap((stretch) => plannedEnd(stretch) ?? []);
  const scale = scaleTime([...marked, ...switched, ...(span ? [span.first, span.last] : []), ...ends], offset);
  const groups = stretches.map(({ section }, row) =>
    groupPoints(
      points.filter((point) => point.section === section),
      row,
      scale,
      size,
    ),
  );
  const rows = stretches.map((stretch, i): Row => {
    const { section, span: own } = stretch;
    const x = own === undefined ? 0 : scale.place(own.first);
    const lanes = Math.max(0, ...(groups[i] ?? []).map(({ lane }) => lane + 1));
    const reach = scale.place(plannedEnd(stretch) ?? 0) - x;
    const wide = own === undefined ? 0 : scale.place(own.last) - x;
    return {
      section,
      x,
      width: wide,
      lanes,
      planned: planned.has(section) && own !== undefined ? Math.max(0, reach) : 0,
    };
  });
  const bands = alerts.map(({ section, on, off }) => {
    const [a, b] = [scale.place(on.at), off === undefined ? width : scale.place(off.at)];
    return { section, x: Math.min(a, b), width: Math.abs(b - a) };
  });
  const moments = [...holds.map((hold) => ({ hold })), ...alerts.map((alert) => ({ alert }))];
  const labels = placeLabels(moments, scale, widthOf);
  return { rows, points: groups.flat(), labels, bands, breaks: scale.breaks, ticks: scale.ticks };
}
