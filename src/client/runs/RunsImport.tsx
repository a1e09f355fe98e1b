import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { takeAsOfNow } from '~/core/run/future';
import type { Step } from '~/core/exchange/plan-import';
import { nowMinute } from '~/stores/clock';
import { $journal } from '~/stores/journal-state';
import { $pageModels } from '~/stores/page-models';
import { planFor, takeRuns } from '~/stores/run-list';
import { $trouble } from '~/stores/trouble';
import { announce } from '~/client/acts/announce';
import type { Words } from '~/words/en';
import { say } from '~/words/say';
import Differences from '~/client/desk/Differences';
import FileOrPaste, { pastedText } from '~/client/desk/FileOrPaste';
import Dialog from '~/client/desk/Dialog';
import { readFileRuns, type FileRuns } from './import-files';
import { titleOfPage } from './listed-run';
import { titleOfRun } from '~/client/text/run-title';
import { keptText } from './trouble-text';
import { findUnfit, nameOf } from './unfit-steps';
import type { PanelProps } from '~/client/desk/panel-props';

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

interface PlanProps {
  steps: readonly Step[];
  unfit: ReadonlySet<string>;
  words: Words;
}

function Plan({ steps, unfit, words }: PlanProps) {
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

/** Takes runs in from files or pasted text: lists the effects, and applies them when the reader agrees. */
export default function RunsImport({ words, close }: PanelProps) {
  const result = useRef<HTMLHeadingElement>(null);
  const [read, setRead] = useState<FileRuns>();
  const [unfit, setUnfit] = useState<ReadonlySet<string>>(new Set());
  const [takeFuture, setTakeFuture] = useState(false);
  useLayoutEffect(() => result.current?.focus(), [read]);

  const take = async (texts: readonly string[]) => {
    const files = await Promise.all(
      texts.filter((text) => text.trim() !== '').map((text) => readFileRuns(text, words)),
    );
    if (files.length === 0) return;
    const runs = files.flatMap((file) => file.runs);
    setUnfit(await findUnfit(planFor(runs.map(({ run }) => run))));
    setRead({ runs, notes: files.flatMap(({ notes }) => notes) });
  };
  const runs = read?.runs.map(({ run, future }) => (takeFuture ? takeAsOfNow(run, future, nowMinute()) : run)) ?? [];
  const future = read?.runs.reduce((sum, one) => sum + one.future.length, 0) ?? 0;
  const steps = planFor(runs);
  const taken = steps.filter(({ kind }) => kind !== 'same').length;
  const { dialog: said } = words.runs;

  return (
    <Dialog title={said.title} close={close}>
      {(leave) => (
        <>
          <form
            method="dialog"
            onSubmit={(event) => {
              event.preventDefault();
              void take([pastedText(event.currentTarget)]);
            }}
          >
            <p>{said.what}</p>
            <FileOrPaste words={said} rows={4} multiple take={(texts) => void take(texts)} />
            <button type="submit" class="button">
              {said.read}
            </button>
          </form>
          {read && (
            <section aria-labelledby="runs-import-plan">
              <h3 id="runs-import-plan" tabIndex={-1} ref={result}>
                {said.willDo}
              </h3>
              {read.notes.length > 0 && (
                <ul class="trouble">
                  {read.notes.map((note) => (
                    <li key={note}>{note}</li>
                  ))}
                </ul>
              )}
              <Plan steps={steps} unfit={unfit} words={words} />
              {runs.length > 0 && taken === 0 && <p>{said.nothing}</p>}
              {future > 0 && (
                <label class="check">
                  <input
                    type="checkbox"
                    checked={takeFuture}
                    onChange={({ currentTarget }) => setTakeFuture(currentTarget.checked)}
                  />
                  {say(said.future, { n: future })}
                </label>
              )}
            </section>
          )}
          <p class="choices end">
            {taken > 0 && (
              <button
                type="button"
                class="button main"
                onClick={() => {
                  takeRuns(steps);
                  announce(keptText(say(said.done, { n: taken }), $trouble.get(), $journal.get(), words));
                  leave();
                }}
              >
                {said.take}
              </button>
            )}
            <button type="button" class="button" onClick={leave}>
              {words.dialog.cancel}
            </button>
          </p>
        </>
      )}
    </Dialog>
  );
}
