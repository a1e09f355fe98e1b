import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { hexOfBytes } from '~/core/hex-of-bytes';
import { type Color, readColor } from './color';
import type { SiteTheme } from './theme';
import type { Theme } from './tokens';

/** The look from which a site's icon and card are made. */
export interface Brand {
  title: string;
  description: string;
  /** The author's `logo.svg`, or `undefined`. */
  logo: string | undefined;
  /** Colors as `#rrggbb`. */
  paper: string;
  ink: string;
  soft: string;
  done: string;
  /** False for a site that has neither a title nor a look of its own: its pictures are drawn already. */
  isOwn: boolean;
}

const toHex = (color: Color): string => `#${hexOfBytes(color.map((part) => Math.round(part * 255)))}`;

const colorOf = ({ valueOf }: SiteTheme, name: string, theme: Theme, otherwise: string): string => {
  const color = readColor(valueOf(name, theme), theme);
  return color === undefined ? otherwise : toHex(color);
};

/** The author's `logo.svg`, or `undefined` where there is none. */
export function readLogo(contentDir: string): string | undefined {
  const file = path.resolve(contentDir, 'logo.svg');
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** The brand of a site, in the colors of its light theme. */
export function readBrand(contentDir: string, site: Pick<Brand, 'title' | 'description'>, theme: SiteTheme): Brand {
  const logo = readLogo(contentDir);
  return {
    title: site.title,
    description: site.description,
    logo,
    paper: colorOf(theme, 'paper', 'light', '#fbfaf6'),
    ink: colorOf(theme, 'ink', 'light', '#1b1d22'),
    soft: colorOf(theme, 'soft', 'light', '#5b606b'),
    done: colorOf(theme, 'done', 'light', '#14713f'),
    isOwn: logo !== undefined || theme.css !== '' || site.title !== 'Runsheet',
  };
}

/** The sign of a site without a logo: a ticked box in the color of what is done. */
const tick = (done: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="4" fill="${done}"/><path d="m4 8 3 3 5-6" fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

/** The site's sign: its logo, or a ticked box. */
export const drawMark = ({ logo, done }: Brand): string => logo ?? tick(done);

const toData = (svg: string): string => `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The sign on the site's paper, with room around it for systems that cut icons to their own shape. 512 pixels. */
export const drawIcon = (brand: Brand): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512"><rect width="512" height="512" fill="${brand.paper}"/><image x="102" y="102" width="308" height="308" href="${toData(drawMark(brand))}"/></svg>`;

/** Words in lines of at most so many letters; what is beyond the last line is left out, and shown as left out. */
export function wrapLines(text: string, letters: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && [...last, ...word].length < letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const shown = lines
    .slice(0, most)
    .map((line) => ([...line].length > letters ? `${[...line].slice(0, letters - 1).join('')}…` : line));
  const last = shown.at(-1);
  if (lines.length > most && last !== undefined) shown[most - 1] = `${last.replace(/[…\s]+$/, '')} …`;
  return shown;
}

/** The card that other sites show for a link: sign, title and description. 1200 × 630 pixels. */
export function drawCard(brand: Brand): string {
  const title = wrapLines(brand.title, 24, 2);
  const description = wrapLines(brand.description, 58, 3);
  const row = (lines: readonly string[], top: number, height: number, style: string) =>
    lines.map((line, i) => `<text x="90" y="${top + i * height}" ${style}>${escape(line)}</text>`).join('');
  const below = 300 + title.length * 84;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"><rect width="1200" height="630" fill="${brand.paper}"/>`,
    `<rect width="1200" height="14" fill="${brand.done}"/>`,
    `<image x="90" y="90" width="130" height="130" preserveAspectRatio="xMinYMid" href="${toData(drawMark(brand))}"/>`,
    row(title, 330, 84, `font-family="sans-serif" font-size="72" font-weight="700" fill="${brand.ink}"`),
    row(description, below + 10, 46, `font-family="sans-serif" font-size="34" fill="${brand.soft}"`),
    '</svg>',
  ].join('');
}
