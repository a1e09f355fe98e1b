/// <reference types="astro/client" />

interface ImportMetaEnv {
  /** The address of the broker for live rooms; undefined where the site has none: then nothing of them is built. */
  readonly LIVE_BROKER: string | undefined;
  /** For how many days the broker is asked to keep what is published. */
  readonly LIVE_KEEP: number | undefined;
}

/** A module bundled into one classic script, to stand in a page's text (src/build/output/inline-scripts.ts). */
declare module '*?script' {
  export const code: string;
  /** For the page's security policy. */
  export const hash: `sha256-${string}`;
}

/** A module bundled into one classic script, in a file of its own. */
declare module '*?scriptfile' {
  /** Its path below the site. */
  export const file: string;
}
