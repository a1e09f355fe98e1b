import { contingencySteps } from '~/core/checklist/structure';
import { keys } from '~/core/run/entry';
import { countMarks } from '~/core/run/progress';
import { valueOf } from '~/core/run/run';
import type { View } from '~/core/run/view';
import type { Mode } from '~/core/snapshot/seal';
import { say } from '~/words/say';
import { clockOf } from './clock-text';
import type { PageWords } from './page-words';
import Segments from './Segments';

interface Props {
  view: View;
  title: string;
  words: PageWords['bar'];
  canUndo: boolean;
  /** Whether links may name the page's revision (R) or must be portable (P): known to the build alone. */
  mode?: Mode;
}

/** How far the run is, in words; while a contingency is on, how far that is. */
function Tally({ view: { structure, marks, alarms, next, progress }, words }: Pick<Props, 'view' | 'words'>) {
  const [alarm] = alarms;
  const counted = alarm ? countMarks(contingencySteps(structure, alarm.section), marks) : progress;
  return (
    <p class="tally">
      {alarm && (
        <a class="alarm" href={`#${alarm.section}`}>
          {say(words.alarm, {
            section: structure.page.sections.find(({ anchor }) => anchor === alarm.section)?.title ?? '',
          })}
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

/**
 * The bar that stays in view: what runs, how far it is, what is next, and what can be done with the run. The build writes
 * it as it is before the first tick; the checklist renders it anew with every view.
 */
export default function RunBar({ view, title, words, canUndo, mode }: Props) {
  const { run, state, progress, alarms } = view;
  const button = { type: 'button', class: 'button' } as const;
  return (
    <section class="run-bar" aria-label={words.region} data-alarm={alarms.length > 0 || undefined}>
      <p class="run-title">
        <b>{valueOf(state, keys.title) || title}</b>
        {run && <span> · {say(words.started, { time: clockOf(run.start) })}</span>}
      </p>
      <div class="actions">
        <button {...button} class="button contents-button" popovertarget="contents">
          {words.contents}
        </button>
        <button {...button} data-search>
          {words.search}
        </button>
        <button {...button} class="button main" data-act="share" data-mode={mode}>
          {words.share}
        </button>
        <button {...button} data-act="undo" disabled={!canUndo}>
          {words.undo}
        </button>
        <button {...button} class="button more-actions" data-act="menu" aria-label={words.menu} aria-haspopup="menu">
          ⋯
        </button>
      </div>
      <div
        role="progressbar"
        aria-label={words.progress}
        aria-valuemin={0}
        aria-valuenow={progress.done}
        aria-valuemax={progress.total}
        aria-valuetext={say(words.done, { done: progress.done, total: progress.total })}
      >
        <Segments view={view} />
      </div>
      <Tally view={view} words={words} />
    </section>
  );
}
