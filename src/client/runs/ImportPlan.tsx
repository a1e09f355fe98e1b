import type { Step } from '~/core/exchange/plan-import';
import { $pageModels } from '~/stores/page-models';
import type { Words } from '~/words/en';
import { say } from '~/words/say';
import Differences from '~/client/desk/Differences';
import { titleOfRun } from '~/client/text/run-title';
import { titleOfPage } from './listed-run';
import { nameOf } from './unfit-steps';

/** Describes in a sentence what importing a run will do. */
function describeStep({ kind, added, changed }: Step, words: Words['runs']['dialog']): string {
  if (kind === 'same') return words.same;
  const what = say(words[kind], { n: added });
  return changed > 0 ? `${what}, ${say(words.changed, { n: changed })}` : what;
}

/** The changes that a merge would make, where the page is there to name them. */
function Changes({ step: { run, before, changed }, words }: { step: Step; words: Words }) {
  const model = $pageModels.get().get(run.page);
  if (before === undefined || changed === 0 || model?.kind !== 'page') return null;
  return <Differences mine={before} theirs={run} structure={model.structure} words={words} />;
}

interface Props {
  steps: readonly Step[];
  /** The names of the runs that could not be shared by a link any more. */
  unfit: ReadonlySet<string>;
  words: Words;
}

/** What importing will do, run by run. */
export default function ImportPlan({ steps, unfit, words }: Props) {
  const models = $pageModels.get();
  return (
    <ul class="plan">
      {steps.map((step) => (
        <li key={nameOf(step.run)}>
          <b>{titleOfRun(step.run)}</b> <small>{titleOfPage(step.run.page, models.get(step.run.page))}</small>
          <br />
          {describeStep(step, words.runs.dialog)}
          {unfit.has(nameOf(step.run)) && <p>{step.before ? words.shared.tooMuch : words.share.oversizeWithPeople}</p>}
          <Changes step={step} words={words} />
        </li>
      ))}
    </ul>
  );
}
