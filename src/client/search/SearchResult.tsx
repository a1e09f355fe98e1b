import { useEffect, useRef, useState } from 'preact/hooks';
import { cutExcerpt, markText, type Segment } from '~/core/search/excerpt';
import type { Words } from '~/words/en';
import type { Result } from './search';

const Marked = ({ segments }: { segments: readonly Segment[] }) => (
  <>{segments.map(({ text, found }, i) => (found ? <mark key={i}>{text}</mark> : text))}</>
);

interface Props {
  result: Result;
  words: Words;
  /** Called with the result that was chosen, with the text beneath it as far as it has come. */
  choose: (result: Result, body: string) => void;
}

/** One place that was found: its own text, a line of the text beneath it, and its location. The line is loaded once in view. */
export default function SearchResult({ result, words, choose }: Props) {
  const row = useRef<HTMLLIElement>(null);
  const [body, setBody] = useState('');
  const { hit, href, text, where, mark } = result;
  const place = hit.page.places[hit.index];
  const location = place?.location ?? 0;

  useEffect(() => {
    const seen = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      seen.disconnect();
      result.body().then(setBody, () => undefined);
    });
    if (row.current) seen.observe(row.current);
    return () => seen.disconnect();
  }, [result]);

  return (
    <li ref={row}>
      <a href={href} onClick={() => choose(result, body)}>
        <b dir="auto" lang={hit.language}>
          <Marked segments={markText(text, location, hit.matches)} />
        </b>{' '}
        {mark && mark !== 'todo' && mark !== 'mixed' && <i data-mark={mark}>{words.mark[mark]}</i>}
        {body !== '' && (
          <span class="excerpt" dir="auto" lang={hit.language}>
            <Marked segments={cutExcerpt(body, location + (place?.length ?? 0), hit.matches)} />
          </span>
        )}
        <small dir="auto" lang={hit.language}>
          {where.join(' › ')}
        </small>
      </a>
    </li>
  );
}
