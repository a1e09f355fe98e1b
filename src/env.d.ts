/// <reference types="astro/client" />

/** A module bundled into one classic script, to stand in a page's text (src/build/output/inline-scripts.ts). */
declare module '*?script' {
  export const code: string;
  /** For the page's security policy. */
  export const hash: `sha256-${string}`;
}
