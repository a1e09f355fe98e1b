import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Element } from 'hast';
import { imageSize } from 'image-size';
import { pathFrom } from '~/build/path-from';
import { decodeAddress } from '~/core/decode-address';
import { findFile } from './find-file';
import { isExternal, type LinkContext } from './link-target';
import { isScript } from './script-address';
import { childrenOf, h, isElement } from './tree';

/** The formats of images that Astro reads, measures and puts beside the pages. */
const readable = /\.(?:avif|gif|jpe?g|png|svg|tiff?|webp)$/i;
const types: Record<string, string> = { bmp: 'bmp', ico: 'x-icon', apng: 'apng', jfif: 'jpeg', jxl: 'jxl' };

/** A drawing, whatever comes before its first tag. */
const drawing = /<(?:\w+:)?svg[\s>]/;

/**
 * Tells what a file with the ending of a picture holds: a picture that can be measured; a drawing without a size of its own, which browsers show and Astro
 * would stop the build at; or none.
 */
function lookInto(file: string): 'measured' | 'drawing' | 'nothing' {
  const bytes = readFileSync(file);
  try {
    // Copied, because what is beyond the end of a small file's bytes is another's.
    const { width, height, type } = imageSize(new Uint8Array(bytes));
    if (width && height && readable.test(`.${type}`)) return 'measured';
  } catch {
    // The measuring has no other way to say that it cannot.
  }
  return drawing.test(bytes.toString('latin1')) ? 'drawing' : 'nothing';
}

/** The source of an image: a path that Astro resolves, an address that holds the picture itself, or a fault. */
export type ImageSource = { local: string } | { src: string } | { missing: string } | undefined;

/** Finds the picture that an `<img>` shows, as Markdown and raw HTML give it; `undefined` for one of another site. */
export function findImage(src: string, context: LinkContext): ImageSource {
  if (src === '') return { missing: 'Expected an image file, found none.' };
  if (isScript(src) && !/^data:image\//i.test(src)) {
    return { missing: `Expected a picture, found the address \`${src}\`, which holds none.` };
  }
  if (isExternal(src)) return undefined;
  // A name may hold a question mark or a number sign; an address has them after the name.
  const plain = decodeAddress(src.replace(/[?#].*$/s, ''));
  const from = path.dirname(context.path);
  const [file, name] = [decodeAddress(src), plain].flatMap((one) => {
    context.asked?.add(path.resolve(from, one));
    const found = findFile(path.resolve(from, one));
    return found && statSync(found).isFile() ? [found, one] : [];
  });
  if (file === undefined || name === undefined) {
    return {
      missing: `Expected an image file, found \`${plain}\`, which does not exist. It is looked for from the folder of the file that shows it.`,
    };
  }
  const ending = path.extname(file).slice(1).toLowerCase();
  // Astro asks for a picture by an address that holds both paths.
  const isSafe = !/[#?%&\\"]/.test(file + context.path);
  const held = readable.test(file) ? lookInto(file) : undefined;
  if (held === 'nothing') {
    return { missing: `Expected a picture, found that \`${name}\` holds none, whatever its ending says.` };
  }
  if (held === 'measured' && isSafe) {
    const relative = pathFrom(from, file);
    return { local: relative.startsWith('.') ? relative : `./${relative}` };
  }
  const type = held === 'drawing' || ending === 'svg' ? 'svg+xml' : (types[ending] ?? ending);
  if (!readable.test(file) && !(ending in types)) {
    return { missing: `Expected an image, found \`${name}\`, which no browser shows as one.` };
  }
  return { src: `data:image/${type};base64,${readFileSync(file).toString('base64')}` };
}

const isDark = /prefers-color-scheme:\s*dark/i;
const isLight = /prefers-color-scheme:\s*light/i;

/** The first picture of a list of them: "dark.png 1x, dark@2x.png 2x". */
const firstOf = (srcset: unknown): string =>
  String(Array.isArray(srcset) ? srcset[0] : srcset)
    .trim()
    .split(/[\s,]/)[0] ?? '';

/**
 * A `<picture>` as images of which the page's theme shows one: its sources would know the system's theme alone, and are not put
 * beside the pages. Other sources, which are the same picture in another size or kind, are left out.
 */
export function readPicture(picture: Element): Element['children'] {
  const image = childrenOf(picture).find((child) => isElement(child, 'img'));
  if (!isElement(image)) return picture.children;
  const themed = childrenOf(picture).flatMap((source) => {
    if (!isElement(source, 'source')) return [];
    const { media = '', srcSet } = source.properties;
    const theme = isDark.test(String(media)) ? 'dark' : isLight.test(String(media)) ? 'light' : undefined;
    return theme === undefined ? [] : [{ theme, src: firstOf(srcSet) }];
  });
  const dark = themed.find(({ theme }) => theme === 'dark')?.src;
  const light = themed.find(({ theme }) => theme === 'light')?.src;
  if (dark === undefined && light === undefined) return [image];
  const own = String(image.properties.src ?? '');
  const show = (theme: string, src: string) => {
    const shown = h('img', { ...image.properties, src, className: [`in-${theme}`] });
    return Object.assign(shown, { position: image.position });
  };
  return [show('light', light ?? own), show('dark', dark ?? own)];
}
