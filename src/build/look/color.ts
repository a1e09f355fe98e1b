import type { Theme } from './tokens';

/** Red, green and blue, from 0 to 1. */
export type Color = readonly [number, number, number];

const names: Record<string, string> = { white: '#fff', black: '#000' };

function readHex(digits: string): Color | undefined {
  const long = digits.length < 6 ? [...digits].map((digit) => digit + digit).join('') : digits;
  // The contrast of a color that shines through depends on what lies behind it.
  if (long.length === 8 && !/ff$/i.test(long)) return undefined;
  const part = (at: number) => Number.parseInt(long.slice(at, at + 2), 16) / 255;
  return [part(0), part(2), part(4)];
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/** A number, or a share of `whole` where it is a percentage. */
const amount = (text: string, whole: number): number =>
  text.endsWith('%') ? (Number(text.slice(0, -1)) / 100) * whole : Number(text);

function fromHsl(hue: number, saturation: number, lightness: number): Color {
  const part = (n: number) => {
    const k = (n + hue / 30) % 12;
    return clamp(lightness - saturation * Math.min(lightness, 1 - lightness) * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return [part(0), part(8), part(4)];
}

/** Converts a color from OKLCH (https://bottosson.github.io/posts/oklab/). `hue`: in degrees. */
function fromOklch(lightness: number, chroma: number, hue: number): Color {
  const [a, b] = [chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)];
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const encode = (linear: number) =>
    clamp(linear <= 0.0031308 ? 12.92 * linear : 1.055 * clamp(linear) ** (1 / 2.4) - 0.055);
  return [
    encode(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short),
    encode(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short),
    encode(-0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short),
  ];
}

function readFunction(name: string, parts: readonly string[]): Color | undefined {
  const [first = '', second = '', third = '', alpha = '1'] = parts;
  if (amount(alpha, 1) !== 1) return undefined;
  const hue = (text: string) => ((Number(text.replace(/deg$/, '')) % 360) + 360) % 360;
  const color: Color | undefined =
    name === 'rgb'
      ? [amount(first, 255) / 255, amount(second, 255) / 255, amount(third, 255) / 255]
      : name === 'hsl'
        ? fromHsl(hue(first), amount(second, 1), amount(third, 1))
        : fromOklch(amount(first, 1), amount(second, 0.4), hue(third));
  return color.some((part) => !Number.isFinite(part)) ? undefined : color;
}

/** A color of CSS in one theme: hexadecimal, rgb(), hsl(), oklch(), white and black, or light-dark() of these; else `undefined`. */
export function readColor(value: string, theme: Theme): Color | undefined {
  const text = value.trim().toLowerCase();
  const [, light, dark] = /^light-dark\(\s*((?:[^(),]|\([^()]*\))+),((?:[^(),]|\([^()]*\))+)\)$/.exec(text) ?? [];
  if (light !== undefined && dark !== undefined) return readColor(theme === 'light' ? light : dark, theme);
  const [, digits] = /^#((?:[\da-f]{3,4}){1,2})$/.exec(names[text] ?? text) ?? [];
  if (digits !== undefined) return readHex(digits);
  const [, name, inner = ''] = /^(rgb|hsl|oklch)a?\(([^()]*)\)$/.exec(text) ?? [];
  return name === undefined ? undefined : readFunction(name, inner.split(/[\s,/]+/).filter(Boolean));
}

const luminance = (color: Color): number => {
  const [red, green, blue] = color.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
};

/** The contrast of two colors as WCAG measures it: from 1 to 21. */
export function contrastOf(one: Color, other: Color): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}
