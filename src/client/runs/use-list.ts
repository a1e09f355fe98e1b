import { useEffect, useState } from 'preact/hooks';
import { openList, pagesSettled, rereadList } from '~/stores/run-list';
import { followReturns } from '~/client/acts/follow-returns';
import type { Words } from '~/words/en';
import { loadWords } from '~/words/load';

/** Opens the list of runs, and returns the words of the page once all that the list's first frame shows has loaded. */
export function useList(): Words | undefined {
  const [words, setWords] = useState<Words>();
  useEffect(() => {
    const stops = [openList(), followReturns(rereadList)];
    void Promise.all([loadWords(), pagesSettled()]).then(([loaded]) => setWords(loaded));
    return () => stops.forEach((stop) => stop());
  }, []);
  return words;
}
