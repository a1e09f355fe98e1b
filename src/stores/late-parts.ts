import { isObject, isText, parseJson } from '~/core/json';
import { readQuietly } from './read-quietly';
import { prefix } from './storage-keys';
import { writeQuietly } from './write-quietly';

/*
 * What comes late to a page whose contingency is on: the sentence in its run bar, which makes the bar taller on a phone, and the banner in
 * its section. The tab remembers them, in sessionStorage, so that its next first frame has their room already and nothing moves under a
 * finger. A guess that is wrong moves the page, as no guess would; what is so is written over it as soon as the code for it is there.
 */

/** The late parts of a run's page. Heights are in CSS pixels. */
export interface LateParts {
  /** The run's id. */
  run: string;
  /** The width of the window: on another, heights are others. */
  width: number;
  /** The height of the whole bar, and the sentence in it. */
  bar: number;
  alarm: string;
  /** The height of each contingency's banner, by the contingency's section. */
  banners: Readonly<Record<string, number>>;
}

const lateKey = (): string => `${prefix}late|${location.pathname}`;

/** Remembers the late parts of this page, or that it has none. Where storage is forbidden, the page moves a little when it is opened again. */
export const rememberLateParts = (parts: LateParts | undefined): void =>
  void writeQuietly('sessionStorage', lateKey(), parts && JSON.stringify(parts));

/** The late parts that this page had for a run, in a window of this width; `undefined` where the tab does not know, or cannot read it. */
export function recallLateParts(run: string): LateParts | undefined {
  const read = parseJson(readQuietly('sessionStorage', lateKey()) ?? '');
  if (!isObject(read) || read.run !== run || read.width !== innerWidth) return undefined;
  const { width, bar, alarm, banners } = read;
  if (!isText(alarm) || !isObject(banners)) return undefined;
  const heights = Object.entries(banners).map(([section, height]): [string, number] => [section, Number(height)]);
  return { run, width, bar: Number(bar), alarm, banners: Object.fromEntries(heights) };
}
