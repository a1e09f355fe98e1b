/** The width of the picture; its left edge is 0. */
export const width = 1000;

/** In minutes: a longer pause in which nothing happened is drawn as a break, so that a night does not squeeze the work. */
const longestPause = 180;
const breakWidth = 40;
/** The largest share of the picture that breaks take. */
const breakShare = 0.5;
/** Ticks of the axis come at one of these distances, in minutes, and stand at least so far apart. */
const steps = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440];
const tickDistance = 90;

/** Places minutes on a picture. */
export interface TimeScale {
  /** From 0 to 1000; minutes outside are put at the edges. */
  place: (at: number) => number;
  /** The middles of the breaks. */
  breaks: readonly number[];
  /** Round minutes for an axis, with their places. */
  ticks: readonly { at: number; x: number }[];
}

interface Piece {
  from: number;
  to: number;
  x: number;
  width: number;
  isBreak: boolean;
}

/** The pieces between the minutes at which something happened: breaks have one width, the others share the rest by length. */
function cutPieces(minutes: readonly number[]): Piece[] {
  const gaps = minutes.slice(1).map((to, i) => ({ from: minutes[i] ?? to, to }));
  const isBreak = ({ from, to }: { from: number; to: number }) => to - from > longestPause;
  const breaks = gaps.filter(isBreak).length;
  const active = gaps.reduce((sum, gap) => sum + (isBreak(gap) ? 0 : gap.to - gap.from), 0);
  const share = active === 0 ? 1 : breakShare;
  const each = breaks === 0 ? 0 : active === 0 ? width / breaks : Math.min(breakWidth, (width * share) / breaks);
  const perMinute = active === 0 ? 0 : (width - breaks * each) / active;
  let x = 0;
  return gaps.map((gap) => {
    const piece = { ...gap, x, width: isBreak(gap) ? each : (gap.to - gap.from) * perMinute, isBreak: isBreak(gap) };
    x += piece.width;
    return piece;
  });
}

/** Round minutes in the pieces that are no breaks; `offset` is the time zone's, in minutes, so that they are round there. */
function placeTicks(pieces: readonly Piece[], offset: number): { at: number; x: number }[] {
  const active = pieces.filter(({ isBreak }) => !isBreak);
  const minutes = active.reduce((sum, { from, to }) => sum + to - from, 0);
  const step = steps.find((one) => minutes / one <= width / tickDistance) ?? 1440;
  const ticks: { at: number; x: number }[] = [];
  for (const { from, to, x, width: wide } of active) {
    for (let at = Math.ceil((from + offset) / step) * step - offset; at <= to; at += step) {
      const place = x + ((at - from) / (to - from)) * wide;
      if (place - (ticks.at(-1)?.x ?? -tickDistance) >= tickDistance) ticks.push({ at, x: place });
    }
  }
  return ticks;
}

/** A scale for the minutes at which something happened, in any order; a single one stands in the middle [TL5]. */
export function scaleTime(minutes: readonly number[], offset = 0): TimeScale {
  const sorted = [...new Set(minutes)].toSorted((a, b) => a - b);
  const pieces = cutPieces(sorted);
  const place = (at: number): number => {
    if (pieces.length === 0) return width / 2;
    const piece = pieces.find(({ to }) => at <= to);
    if (piece === undefined) return width;
    return piece.x + Math.max(0, (at - piece.from) / (piece.to - piece.from)) * piece.width;
  };
  const breaks = pieces.filter(({ isBreak }) => isBreak).map((piece) => piece.x + piece.width / 2);
  return { place, breaks, ticks: placeTicks(pieces, offset) };
}
