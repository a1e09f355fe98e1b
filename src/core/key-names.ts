/** The names under which a site keeps things in the browser's storage. */
export interface KeyNames {
  /** What all of them begin with: several sites may share an origin, so it names the site's base path. */
  prefix: string;
  /** What the keys of all runs begin with. */
  runs: string;
  run: (page: string, id: string) => string;
  /** Holds the id of the run that a page shows. */
  shown: (page: string) => string;
  preference: (name: string) => string;
}

/** The names of a site at a base path ("/docs/"). */
export function keyNamesOf(base: string): KeyNames {
  const prefix = `runsheet|${base}|`;
  return {
    prefix,
    runs: `${prefix}run|`,
    run: (page, id) => `${prefix}run|${page}|${id}`,
    shown: (page) => `${prefix}shown|${page}`,
    preference: (name) => `${prefix}preference|${name}`,
  };
}
