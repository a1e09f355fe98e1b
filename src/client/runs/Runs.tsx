import { groupBy } from '~/core/group-by';
import { useStore } from '@nanostores/preact';
import { useEffect } from 'preact/hooks';
import { sayOutcome } from '~/client/acts/say-outcome';
import { pressedKey } from '~/client/acts/pressed-key';
import { isTyping } from '~/client/acts/typing';
import { loadPanelStyles } from '~/client/bar/panel-styles';
import { $pageModels, type PageModel } from '~/stores/page-models';
import { $aside, $runs, type Kept } from '~/stores/run-list';
import { $naming } from '~/stores/strangers';
import { $journal } from '~/stores/journal-state';
import { $trouble } from '~/stores/trouble';
import { undo } from '~/stores/undo';
import type { Words } from '~/words/en';
import { say } from '~/words/say';
import { addressOfPage, siteBase } from '~/stores/site-addresses';
import { titleOfPage } from './listed-run';
import RunsAside from './RunsAside';
import RunsBar from './RunsBar';
import RunsItem from './RunsItem';
import { troubleText } from './trouble-text';
import { useList } from './use-list';

/** The runs of one page. */
function PageRuns({ page, runs, model, words }: PageProps) {
  const title = titleOfPage(page, model);
  return (
    <section class="page-runs" aria-label={say(words.runs.of, { page: title })}>
      <h2>{model?.kind === 'gone' ? title : <a href={addressOfPage(page)}>{title}</a>}</h2>
      {model?.kind === 'gone' && <p class="soft">{words.runs.gone}</p>}
      {model?.kind === 'unreachable' && <p class="soft">{words.runs.unreachable}</p>}
      <ul>
        {runs.map((kept) => (
          <RunsItem key={kept.run.id} kept={kept} model={model} words={words} />
        ))}
      </ul>
    </section>
  );
}

interface PageProps {
  page: string;
  runs: readonly Kept[];
  model: PageModel | undefined;
  words: Words;
}

/** Lets Ctrl or ⌘ Z take the last act back. */
function useUndoKey(words: Words): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || pressedKey(event) !== 'z' || isTyping(event.target)) return;
      event.preventDefault();
      void sayOutcome(undo(), words.runs.undone, { unchanged: words.said.changedSince });
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [words]);
}

function OpenRuns({ words }: { words: Words }) {
  useUndoKey(words);
  const runs = useStore($runs);
  const models = useStore($pageModels);
  const aside = useStore($aside);
  // Marks that came by their hash alone are shown once they can be named.
  useStore($naming);
  const trouble = troubleText(useStore($trouble), useStore($journal), words);
  const pages = groupBy(runs, ({ run }) => run.page);
  return (
    <>
      {trouble && (
        <p class="trouble" role="alert">
          {trouble}
        </p>
      )}
      <RunsBar runs={runs} words={words} />
      {runs.length === 0 && trouble !== words.runs.trouble.refused && (
        <p class="none">
          <b>{words.runs.none}</b> {words.runs.noneMore} <a href={siteBase}>{words.runs.home}</a>
        </p>
      )}
      {[...pages].map(([page, kept]) => (
        <PageRuns key={page} page={page} runs={kept} model={models.get(page)} words={words} />
      ))}
      <RunsAside values={aside} words={words} />
    </>
  );
}

/**
 * Every run of this browser by page, the page with the newest run first, with the acts that they offer and with everything that is
 * wrong. It is drawn once their pages are there.
 */
export default function Runs() {
  const words = useList();
  useEffect(() => void loadPanelStyles(), []);
  return words === undefined ? null : <OpenRuns words={words} />;
}
