/** A half of a character: an address cannot hold it. */
const half = /\p{Cs}/u;

/**
 * Returns whether a text from outside can be a page's id: "runbooks" or "guides", then names between single slashes. The id becomes part of
 * addresses, so no name is empty or made of dots that lead elsewhere [RC4].
 */
export const isPageId = (text: string): boolean =>
  /^(?:runbooks|guides)(?:\/(?!\.{1,2}(?:\/|$))[^/\\]+)+$/.test(text) && !half.test(text);
