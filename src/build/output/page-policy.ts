/** The addresses of other hosts that pages may ask, where `site.yaml` names them: a broker for live rooms, and a script that counts visits. */
export interface Others {
  broker?: string | undefined;
  script?: string | undefined;
}

const originsOf = (addresses: readonly (string | undefined)[]): string[] =>
  addresses.flatMap((address) => (address === undefined ? [] : [new URL(address).origin]));

/**
 * The security policy of pages, as Astro takes it: the directives, and the sources of scripts. All is of the site itself but authors'
 * pictures; a broker or a script of another host opens it for that very origin and no other.
 */
export function pagePolicy({ broker, script }: Others): { directives: string[]; scripts: string[] } {
  const connected = originsOf([broker, script]);
  return {
    directives: [
      "default-src 'self'",
      "img-src 'self' data: https:",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      ...(connected.length > 0 ? [`connect-src ${["'self'", ...connected].join(' ')}`] : []),
    ],
    scripts: ["'self'", "'wasm-unsafe-eval'", ...originsOf([script])],
  };
}
