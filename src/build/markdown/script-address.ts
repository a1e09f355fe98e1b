/** Browsers leave these out of an address: what begins it, tabs and line breaks. */
const ignored = /^[\s\p{Cc}]+|[\t\n\r]/gu;

/** Tells whether an address would run something; the site's policy forbids it, and nothing is left to click on. */
export const isScript = (address: string): boolean =>
  /^(?:javascript|vbscript|data|blob):/i.test(address.replace(ignored, ''));
