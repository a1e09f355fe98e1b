import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { readTokens } from '~/core/search/tokens';
import { search, type Results } from './search';
import { loadSearch } from './search-files';
import { watchMarks } from './watch-marks';

/** A question: the term as it is typed, and what it is narrowed to; `literal`: taken as typed. */
export interface Question {
  term: string;
  kind: '' | 'runbook' | 'guide';
  open: boolean;
  literal: boolean;
}

/** The present answers; `question`: the one that they answer, which may be an earlier one. `missing`: the search cannot be loaded. */
type Present =
  | { kind: 'idle' }
  | { kind: 'found'; results: Results; term: string; open: boolean; question: string }
  | { kind: 'missing' };

/** `isLate`: the answer to the present question lets the reader wait. */
export type Answers = Present & { isLate: boolean };

/** Tells whether a term is worth searching for: two letters, a digit, or one letter of a script in which a letter is a word. */
const isEnough = (term: string) =>
  readTokens(term).length > 0 && (term.length > 1 || !/[A-Za-z\u00c0-\u024f]/.test(term));

/** The pause in typing after which the search starts, in milliseconds: not every letter is a question, but what came at once is one. */
const pause = 80;

/** The wait for an answer from which on the dialog says that it is searching, in milliseconds. */
const long = 500;

/** A name for a question, by which answers are known to be its own: blanks around the term make no other question. */
export const nameOf = ({ term, kind, open, literal }: Question): string =>
  JSON.stringify([term.trim(), kind, open, literal]);

/**
 * Loads the search, and answers the question as it changes, and again whenever marks change or the network comes back. `begin` is called
 * with each new one that is worth an answer.
 */
export function useAnswers(asked: Question, begin: () => void): Answers {
  const { term, kind, open, literal } = asked;
  const [answers, setAnswers] = useState<Present>({ kind: 'idle' });
  const [isLate, setLate] = useState(false);
  /** The number of times that the world has changed under the question. */
  const [changes, setChanges] = useState(0);
  /** The term before the last change, and the question that was asked last. */
  const before = useRef({ term: '', question: '' });

  useLayoutEffect(() => watchMarks(() => setChanges((number) => number + 1)), []);

  // Not after the next frame, which is long in coming while the search loads.
  useLayoutEffect(() => {
    const wanted = term.trim();
    const question = nameOf(asked);
    const isTyped = Math.abs(term.length - before.current.term.length) <= 1;
    const isRepeated = question === before.current.question;
    before.current = { term, question };
    let stale = false;
    const show = (present: Present) => stale || setAnswers(present);
    if (!isEnough(wanted)) {
      setAnswers((last) => (last.kind === 'missing' ? last : { kind: 'idle' }));
      loadSearch().then(
        () => show({ kind: 'idle' }),
        () => show({ kind: 'missing' }),
      );
      return () => void (stale = true);
    }
    if (!isRepeated) begin();
    const wish = { kind: kind || undefined, open, literal, isRepeated, isStale: () => stale };
    const late = setTimeout(setLate, long, true);
    const settle = (next: (last: Present) => Present) => {
      if (stale) return;
      clearTimeout(late);
      setLate(false);
      setAnswers(next);
    };
    const find = (results: Results) => settle(() => ({ kind: 'found', results, term: wanted, open, question }));
    const miss = () => settle((last) => (isRepeated && last.kind === 'found' ? last : { kind: 'missing' }));
    const timer = setTimeout(() => search(wanted, wish, find).catch(miss), isTyped && !isRepeated ? pause : 0);
    return () => {
      stale = true;
      clearTimeout(timer);
      clearTimeout(late);
      setLate(false);
    };
  }, [term, kind, open, literal, changes]);

  return { ...answers, isLate };
}
