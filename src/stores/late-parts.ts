import { prefix } from './storage-keys';

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

/** Remembers the late parts of this page; nothing where storage is forbidden. */
export function rememberLateParts(parts: LateParts | undefined): void {
  try {
    if (parts === undefined) sessionStorage.removeItem(lateKey());
    else sessionStorage.setItem(lateKey(), JSON.stringify(parts));
  } catch {
    // The page moves a little when it is opened again.
  }
}

/** The late parts that this page had for a run, in a window of this width; `undefined` where the tab does not know, or cannot read it. */
export function recallLateParts(run: string): LateParts | undefined {
  try {
    const parts: Partial<LateParts> = JSON.parse(sessionStorage.getItem(lateKey()) ?? '{}');
    const { width, bar = 0, alarm = '', banners = {} } = parts;
    return parts.run === run && width === innerWidth ? { run, width, bar, alarm, banners } : undefined;
  } catch {
    return undefined;
  }
}
