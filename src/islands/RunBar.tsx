import { useStore } from '@nanostores/preact';
import type { Segment } from '~/core/checklist/segments';
import { contingencySteps } from '~/core/checklist/structure';
import { keys } from '~/core/run/entry';
import { countMarks } from '~/core/run/progress';
import { valueOf } from '~/core/run/run';
import { emptyView, type View } from '~/core/run/view';
import { $canUndo, $view, undo } from '~/stores/run';
import { announce } from '~/stores/status';
import type { Words } from '~/words/en';
import { say } from '~/words/say';
import { clockOf } from './clock-text';
import { openPanel } from './panels';
import Segments from './Segments';

interface Props {
  title: string;
  total: number;
  segments: readonly Segment[];
  words: Words['bar'] & { undone: string };
}

/** How far the run is, in words; while a contingency is on, how far that is. */
function Tally({ view, total, words }: { view: View; total: number; words: Props['words'] }) {
  const { structure, marks, alarms, next, progress } = view;
  const [alarm] = alarms;
  const counted = alarm ? countMarks(contingencySteps(structure, alarm.section), marks) : { ...progress, total };
  const section = structure.page.sections.find(({ anchor }) => anchor === alarm?.section);
  return (
    <p class="tally">
      {alarm && (
        <a class="alarm" href={`#${alarm.section}`}>
          {say(words.alarm, { section: section?.title ?? '' })}
        </a>
      )}
      <span>{say(words.done, { done: counted.done, total: counted.total })}</span>
      {counted.skipped > 0 && <span>{say(words.skipped, { n: counted.skipped })}</span>}
      {counted.failed > 0 && <span class="failed">{say(words.failed, { n: counted.failed })}</span>}
      {next && (
        <span class="next">
          {words.next}: <a href={`#${next.id}`}>{next.text}</a>
        </span>
      )}
    </p>
  );
}

/** The bar that stays in view: what runs, how far it is, what is next, and what can be done with the run. */
export default function RunBar({ title, total, segments, words }: Props) {
  const view = useStore($view, { ssr: () => emptyView });
  const canUndo = useStore($canUndo, { ssr: () => false });
  const { run, state, progress, structure } = view;
  const live = structure.page.id !== '';
  const count = live ? progress.total : total;
  const text = say(words.done, { done: progress.done, total: count });
  const name = valueOf(state, keys.title) || title;
  return (
    <section class="run-bar" aria-label={words.region} data-alarm={view.alarms.length > 0 || undefined}>
      <p class="run-title">
        <b>{name}</b> {run && <span>· {say(words.started, { time: clockOf(run.start) })}</span>}
      </p>
      <div class="actions">
        <button type="button" class="button contents-button" popovertarget="contents">
          {words.contents}
        </button>
        <button type="button" class="button" data-search>
          {words.search}
        </button>
        <button
          type="button"
          class="button main"
          disabled={!live}
          onClick={() => openPanel(() => import('./ShareDialog'), {})}
        >
          {words.share}
        </button>
        <button
          type="button"
          class="button"
          disabled={!canUndo}
          onClick={() => {
            undo();
            announce(words.undone);
          }}
        >
          {words.undo}
        </button>
        <button
          type="button"
          class="button more-actions"
          aria-label={words.menu}
          aria-haspopup="menu"
          disabled={!live}
          onClick={({ currentTarget }) => openPanel(() => import('./RunMenu'), { button: currentTarget })}
        >
          ⋯
        </button>
      </div>
      <div
        role="progressbar"
        aria-label={words.progress}
        aria-valuemin={0}
        aria-valuenow={progress.done}
        aria-valuemax={count}
        aria-valuetext={text}
      >
        <Segments view={view} sizes={segments} />
      </div>
      <Tally view={view} total={count} words={words} />
    </section>
  );
}
