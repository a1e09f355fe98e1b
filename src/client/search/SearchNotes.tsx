import type { Instead } from '~/core/search/find';
import { say } from '~/words/say';
import type { Words } from '~/words/en';
import type { Results } from './search';

interface Props {
  results: Results;
  words: Words['search'];
  /** The words are taken as they were typed. */
  literal: boolean;
  setLiteral: (literal: boolean) => void;
}

const list = (all: readonly string[]): string =>
  new Intl.ListFormat(document.documentElement.lang || 'en', { type: 'unit', style: 'short' }).format(all);

/** The changes made to a question so that it found something, and the way to undo them. */
export default function SearchNotes({
  results: { left, corrected, replaced, results },
  words,
  literal,
  setLiteral,
}: Props) {
  const without = results.length > 0 ? left : [];
  const changed = corrected.length + replaced.length > 0 && results.length > 0;
  if (!changed && !literal && without.length === 0) return null;
  const together = (all: readonly Instead[]) => ({
    typed: all.map(({ typed }) => typed).join(' '),
    instead: all.map(({ instead }) => instead).join(' '),
  });
  return (
    <div class="notes">
      {corrected.length > 0 && <p>{say(words.corrected, together(corrected))}</p>}
      {replaced.map((one) => (
        <p key={one.typed}>{say(words.replaced, { ...one })}</p>
      ))}
      {without.length > 0 && <p>{say(words.without, { words: list(without) })}</p>}
      {(changed || literal) && (
        <button type="button" class="button" onClick={() => setLiteral(!literal)}>
          {literal ? words.helpAgain : words.asTyped}
        </button>
      )}
    </div>
  );
}
