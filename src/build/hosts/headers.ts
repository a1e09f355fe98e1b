/** One header of an answer. */
export type Header = readonly [name: string, value: string];

/** Devices that no page of the site uses, and that none may ask for. */
const devices = 'accelerometer camera display-capture geolocation gyroscope magnetometer microphone midi payment usb';

/**
 * The headers of every answer. What scripts, styles and connections a page may use, it says itself, in a `<meta>`: here stands what only a
 * header can say. A page in somebody else's frame could be clicked on unseen.
 */
export const security: readonly Header[] = [
  ['Content-Security-Policy', "frame-ancestors 'none'; object-src 'none'; base-uri 'none'; form-action 'none'"],
  ['X-Frame-Options', 'DENY'],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'no-referrer'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  [
    'Permissions-Policy',
    devices
      .split(' ')
      .map((device) => `${device}=()`)
      .join(', '),
  ],
];

/** Files whose names tell their content: they never change, so nobody asks for them again. `path`: below the site's base. */
export const lasting = { path: '_astro/', header: ['Cache-Control', 'public, max-age=31536000, immutable'] } as const;

/** Everything else is asked for anew, and sent only where it has changed. */
export const changing: Header = ['Cache-Control', 'no-cache'];

/** Kinds of files that hosts do not all know, by their endings. */
export const types: Readonly<Record<string, string>> = {
  webmanifest: 'application/manifest+json',
  md: 'text/markdown; charset=utf-8',
  wasm: 'application/wasm',
};
