import card from './social-card.png?inline';
import icon from './icon-512.png?inline';

const pictures = { card, icon };

/** The engine's own pictures, drawn once: a machine that builds a site without a look of its own needs no fonts. */
export const readOwn = (name: keyof typeof pictures): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(pictures[name].slice(pictures[name].indexOf(',') + 1), 'base64'));
