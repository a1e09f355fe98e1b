/** The two themes of a page. */
export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** One declaration of a custom property, such as `--ink: light-dark(#000, #fff)`. */
export interface Declaration {
  /** The name without its dashes: "ink". */
  name: string;
  value: string;
  /** The line of the style sheet, from 1. */
  line: number;
  /** The themes that it holds for, by what stands around it. */
  themes: readonly Theme[];
}

/** A style sheet in which comments are blanks, so that lines and places stay as they are. */
const withoutComments = (css: string): string =>
  css.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, (comment) => comment.replace(/[^\n]/g, ' '));

/** The themes for which the rules around a declaration hold: selectors and conditions, outermost first. */
function themesOf(around: readonly string[]): readonly Theme[] {
  const isFor = (theme: Theme) =>
    around.some((one) => new RegExp(`prefers-color-scheme:\\s*${theme}|data-theme=["']?${theme}`).test(one));
  const named = themes.filter(isFor);
  return named.length === 1 ? named : themes;
}

/** Reads the custom properties that a style sheet declares, in its order. */
export function readTokens(css: string): Declaration[] {
  const text = withoutComments(css);
  const around: string[] = [];
  const found: Declaration[] = [];
  let start = 0;
  for (const { 0: sign, index } of text.matchAll(/[{};]/g)) {
    const piece = text.slice(start, index);
    if (sign === '{') around.push(piece.trim());
    const [, name, value] = sign === '{' ? [] : (/^\s*--([\w-]+)\s*:([\s\S]*)$/.exec(piece) ?? []);
    if (name !== undefined && value !== undefined) {
      const line = text.slice(0, start + piece.indexOf('--')).split('\n').length;
      found.push({ name, value: value.replace(/\s+/g, ' ').trim(), line, themes: themesOf(around) });
    }
    if (sign === '}') around.pop();
    start = index + 1;
  }
  return found;
}
