import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { takeAsOfNow } from '~/core/run/future';
import { nowMinute } from '~/stores/clock';
import { $journal } from '~/stores/journal-state';
import { planFor, takeRuns } from '~/stores/run-list';
import { $trouble } from '~/stores/trouble';
import { announce } from '~/client/acts/announce';
import { say } from '~/words/say';
import Dialog from '~/client/desk/Dialog';
import FileOrPaste, { pastedText } from '~/client/desk/FileOrPaste';
import type { PanelProps } from '~/client/desk/panel-props';
import type { Words } from '~/words/en';
import { readFileRuns, type FileRuns } from './import-files';
import ImportPlan from './ImportPlan';
import { keptText } from './trouble-text';
import { findUnfit } from './unfit-steps';

/** The runs of the texts that were brought in, what taking them will do, and the way to bring them in. */
function useImport(words: Words) {
  const [read, setRead] = useState<FileRuns>();
  const [unfit, setUnfit] = useState<ReadonlySet<string>>(new Set());
  const [takeFuture, setTakeFuture] = useState(false);
  const bringIn = async (texts: readonly string[]) => {
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
  return { read, unfit, steps: planFor(runs), future, takeFuture, setTakeFuture, bringIn };
}

type Import = ReturnType<typeof useImport>;

/** What was read from the texts, and what will happen to it; it has the focus as soon as there is something new in it. */
function ImportResult({ brought, words }: { brought: Import; words: Words }) {
  const { read, unfit, steps, future, takeFuture, setTakeFuture } = brought;
  const { dialog: said } = words.runs;
  const result = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => result.current?.focus(), [read]);
  if (read === undefined) return null;
  return (
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
      <ImportPlan steps={steps} unfit={unfit} words={words} />
      {steps.length > 0 && steps.every(({ kind }) => kind === 'same') && <p>{said.nothing}</p>}
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
  );
}

/** Takes runs in from files or pasted text: lists the effects, and applies them when the reader agrees. */
export default function RunsImport({ words, close }: PanelProps) {
  const brought = useImport(words);
  const { steps, bringIn } = brought;
  const { dialog: said } = words.runs;
  const taken = steps.filter(({ kind }) => kind !== 'same').length;
  const take = () => {
    takeRuns(steps);
    announce(keptText(say(said.done, { n: taken }), $trouble.get(), $journal.get(), words));
  };
  return (
    <Dialog title={said.title} close={close}>
      {(leave) => (
        <>
          <form
            method="dialog"
            onSubmit={(event) => {
              event.preventDefault();
              void bringIn([pastedText(event.currentTarget)]);
            }}
          >
            <p>{said.what}</p>
            <FileOrPaste words={said} rows={4} multiple take={(texts) => void bringIn(texts)} />
            <button type="submit" class="button">
              {said.read}
            </button>
          </form>
          <ImportResult brought={brought} words={words} />
          <p class="choices end">
            {taken > 0 && (
              <button
                type="button"
                class="button main"
                onClick={() => {
                  take();
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
