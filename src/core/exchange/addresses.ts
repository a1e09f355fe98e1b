/**
 * An address as forges find it in a text and make a link of it: up to a blank or the end of the line. Of all that stands in it they
 * take each sign for the address's own, a backslash too. Within a word they find none.
 */
const address = /((?<![a-z])(?:https?|ftp):\/\/[^ \n]*|(?<![a-z\d])www\.[^ \n]*)/i;

/**
 * An address that every forge finds whole, so that none of its signs can mean anything else; then the end of the
 * sentence. Not all know `ftp:`.
 */
const plain =
  /^(?!.*&#?\w+;)https?:\/\/[a-z\d][a-z\d-]*(?:\.[a-z\d][a-z\d-]*)*(?::\d+)?(?:[/?#](?:[\w./?=%+,:;@#~!'()&-]*[a-z\d/=-])?)?[.,:;!?'")]*$/i;

/** Writes an address so that it is found by no forge: only then do backslashes keep its signs from meaning anything. */
const unlink = (escaped: string): string => escaped.replace(/(?:https?|ftp)(?=:\/\/)|www(?=\.)/gi, '$&\\');

/**
 * Writes a text with addresses, the rest by `escapeSigns`: an address is a link to itself as it stands, or no link at all where that
 * would take in what was added to keep its signs from meaning anything [EX2].
 */
export function writeAround(text: string, escapeSigns: (part: string) => string): string {
  const parts = text.split(address);
  return parts
    .map((part, i) => {
      if (i % 2 === 0) return escapeSigns(part);
      const isFirstOfWord = !/[\p{L}\p{N}_]$/u.test(parts[i - 1] ?? '');
      // A blank at the end of the whole text is written by its number, which would become part of the address.
      const isLast = /\s$/.test(part) || (i === parts.length - 2 && parts[i + 1] === ' ');
      if (isFirstOfWord && !isLast && plain.test(part)) return part;
      const escaped = escapeSigns(part);
      return escaped === part && !isLast ? part : unlink(escaped);
    })
    .join('');
}
