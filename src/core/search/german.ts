import type { Piece } from './pieces';
import { trimWords } from './synonyms';
import { foldWord } from './tokens';

/*
 * Words as German makes them: verbs whose prefix stands at the end of the clause, "schalte ich … um", and words written as one,
 * "Datenbankserver".
 */

/** Tells whether a word or phrase, as `trimWords` leaves it, is known to mean something. */
export type IsKnown = (words: string) => boolean;

/** Prefixes that stand apart from their verb, at the end of the clause. */
const prefixes = new Set(
  'ab an auf aus ein frei herunter hoch nach runter um vor weg wieder zu zurück wiederher'.split(' '),
);

/** The most pieces from a verb to its prefix. */
const longestClause = 8;

/** The verb that a form of it, without its prefix, is one of: "schalte", "schaltet", "schalten". */
const infinitive = (form: string): string => `${form.replace(/(?:en|est|et|st|e|t)$/u, '')}en`;

/** Puts a verb and its prefix together, where the two are known as one: "wie schalte ich um" is "wie umschalten ich". */
export function joinPrefix(pieces: readonly Piece[], isKnown: IsKnown): Piece[] {
  const last = pieces.at(-1)?.words.join('') ?? '';
  const before = pieces.at(-2)?.words.join('') ?? '';
  const take = prefixes.has(before + last) ? 2 : 1;
  const prefix = take === 2 ? before + last : last;
  if (!prefixes.has(prefix)) return [...pieces];
  const rest = pieces.slice(0, -take);
  for (const [at, piece] of rest.entries()) {
    const [form = '', ...others] = piece.words;
    const verb = `${prefix}${infinitive(form)}`;
    if (others.length > 0 || rest.length - at > longestClause || !isKnown(trimWords(verb))) continue;
    return rest.with(at, { typed: `${piece.typed} ${prefix}`, words: [verb] });
  }
  return [...pieces];
}

/** The shortest part of a compound. */
const shortest = 4;

/** The letters that may stand between the parts of a compound. */
const links = ['en', 'es', 'n', 's', ''];

/** Makes two pieces of a word of which the parts alone are known, one of them as German: "Datenbankserver" is "Datenbank", "Server". */
export function splitCompound(piece: Piece, isForeign: IsKnown, isKnown: IsKnown): Piece[] {
  const [word = '', ...others] = piece.words.map(foldWord);
  if (others.length > 0 || isKnown(trimWords(word))) return [piece];
  for (let at = word.length - shortest; at >= shortest; at--) {
    const tail = trimWords(word.slice(at));
    if (!isKnown(tail)) continue;
    for (const link of links) {
      if (!word.slice(0, at).endsWith(link)) continue;
      const head = word.slice(0, at - link.length);
      const known = trimWords(head);
      if (head.length < shortest || !(isForeign(known) ? isKnown(tail) : isKnown(known) && isForeign(tail))) continue;
      const [own = ''] = piece.words;
      return [own.slice(0, head.length), own.slice(at)].map((part) => ({ typed: part, words: [part] }));
    }
  }
  return [piece];
}
