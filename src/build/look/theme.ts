import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathFrom } from '~/build/path-from';
import ownStyles from '~/styles/tokens.css?raw';
import { distanceOf, nearestOf } from '~/build/markdown/nearest';
import type { Problem } from '~/build/markdown/problem';
import { contrastOf, readColor } from './color';
import { type Declaration, readTokens, type Theme, themes } from './tokens';
import { startFolder } from '~/build/start-folder';

/** The tokens in which words and signs are set, and the contrast that each needs on every ground. */
const inks = { ink: 4.5, soft: 4.5, signal: 4.5, done: 4.5, fail: 4.5, now: 4.5, faint: 3 };
const grounds = ['paper', 'sheet', 'now-wash', 'fail-wash', 'code-wash'];

const ownTokens = readTokens(ownStyles);
const knownNames = [...new Set(ownTokens.map(({ name }) => name))];

/** The look that an author gives to a site in `theme.css`. */
export interface SiteTheme {
  /** The style sheet as it stands, or ''. */
  css: string;
  /** The value of a token in one theme, as CSS writes it. */
  valueOf: (name: string, theme: Theme) => string;
  problems: Problem[];
}

const declarationOf = (tokens: readonly Declaration[], name: string, theme: Theme): Declaration | undefined =>
  tokens.findLast((token) => token.name === name && token.themes.includes(theme));

/** Faults of contrast: for each ink and theme the worst ground, where the author has changed one of both. */
function judgeContrast(own: readonly Declaration[]): { line: number; message: string }[] {
  const all = [...ownTokens, ...own];
  return themes.flatMap((theme) =>
    Object.entries(inks).flatMap(([ink, least]) => {
      const judged = grounds.flatMap((ground) => {
        const [over, under] = [declarationOf(all, ink, theme), declarationOf(all, ground, theme)];
        const changed = [over, under].find((one) => one !== undefined && own.includes(one));
        const colors = [over, under].map((one) => one && readColor(one.value, theme));
        const [first, second] = colors;
        if (changed === undefined || first === undefined || second === undefined) return [];
        return [{ ground, line: changed.line, contrast: contrastOf(first, second) }];
      });
      const [worst] = judged.filter(({ contrast }) => contrast < least).toSorted((a, b) => a.contrast - b.contrast);
      if (worst === undefined) return [];
      const found = Math.floor(worst.contrast * 10) / 10;
      const message = `Expected a contrast of at least ${least} between \`--${ink}\` and \`--${worst.ground}\` in the ${theme} theme, found ${found}: some people cannot read that. Make one of them lighter or darker.`;
      return [{ line: worst.line, message }];
    }),
  );
}

/** Colors that cannot be judged, and names that are nearly tokens. */
function judgeTokens(own: readonly Declaration[]): { line: number; message: string }[] {
  return own.flatMap(({ name, value, line, themes: held }) => {
    const [nearest = ''] = nearestOf(name, knownNames, 1);
    if (!knownNames.includes(name)) {
      // A short name may well be the author's own.
      if (distanceOf(name, nearest) > (nearest.length > 4 ? 2 : 0)) return [];
      return [{ line, message: `Unknown token \`--${name}\`; the nearest known one is \`--${nearest}\`.` }];
    }
    const isColor = name in inks || grounds.includes(name) || name === 'line';
    if (!isColor || held.every((theme) => readColor(value, theme) !== undefined)) return [];
    const message = `--${name}: expected an opaque color as #rrggbb, rgb(), hsl() or oklch(), or light-dark() of two, found \`${value}\`: its contrast cannot be checked.`;
    return [{ line, message }];
  });
}

/** Finds the parts of a style sheet that cannot work in a page: its security policy forbids them, or they end the element that holds it. */
function judgeReach(css: string): { line: number; message: string }[] {
  const found = [...css.matchAll(/@import\b|url\(\s*["']?(?!data:|#)|<\/style/gi)];
  return found.map(({ 0: text, index }) => ({
    line: css.slice(0, index).split('\n').length,
    message: `Expected a style sheet that stands by itself, found \`${text}\`, which is not loaded. A picture can be written as \`url(data:…)\`.`,
  }));
}

/** Reads `theme.css` of the content folder; without one, the look is the engine's own. */
export function readTheme(contentDir: string, root = startFolder): SiteTheme {
  const file = path.resolve(root, contentDir, 'theme.css');
  // Nothing in a style sheet may end the element that it stands in.
  const css = existsSync(file) ? readFileSync(file, 'utf8').replace(/<(?=\/style)/gi, '\\3c ') : '';
  const own = readTokens(css);
  const all = [...ownTokens, ...own];
  const shown = pathFrom(root, file);
  const found = [...judgeReach(css), ...judgeTokens(own), ...judgeContrast(own)];
  return {
    css,
    valueOf: (name, theme) => declarationOf(all, name, theme)?.value ?? '',
    problems: found
      .toSorted((a, b) => a.line - b.line)
      .map(({ line, message }) => ({ severity: 'warning', file: shown, line, message })),
  };
}
