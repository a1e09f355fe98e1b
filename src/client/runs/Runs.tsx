import { useStore } from '@nanostores/preact';
import { $pageModels, type PageModel } from '~/stores/page-models';
import { $aside, $runs, type Kept } from '~/stores/run-list';
import { $trouble } from '~/stores/trouble';
import type { Words } from '~/words/en';
import { say } from '~/words/say';
import { addressOfPage, titleOfPage } from './listed-run';
import RunsAside from './RunsAside';
import RunsBar from './RunsBar';
import RunsItem from './RunsItem';

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

/** Every run of this browser by page, the page with the newest run first; what to do with them, and what is wrong. */
export default function Runs({ words, home }: { words: Words; home: string }) {
  const runs = useStore($runs);
  const models = useStore($pageModels);
  const aside = useStore($aside);
  const trouble = useStore($trouble);
  const pages = Map.groupBy(runs, ({ run }) => run.page);
  return (
    <>
      {trouble && (
        <p class="trouble" role="alert">
          {words.runs.trouble[trouble.kind]}
        </p>
      )}
      <RunsBar runs={runs} words={words} />
      {runs.length === 0 && trouble?.kind !== 'refused' && (
        <p class="none">
          <b>{words.runs.none}</b> {words.runs.noneMore} <a href={home}>{words.runs.home}</a>
        </p>
      )}
      {[...pages].map(([page, kept]) => (
        <PageRuns key={page} page={page} runs={kept} model={models.get(page)} words={words} />
      ))}
      <RunsAside values={aside} words={words} />
    </>
  );
}
