import { segmentsOf } from '~/core/page/segments';
import { countMarks } from '~/core/run/progress';
import type { View } from '~/core/run/view';
import type { Words } from '~/words/en';
import { doneText } from '~/client/text/progress-text';

interface Props {
  /** Undefined while the page is loading, or where it does not exist: then the line is empty. */
  view: View | undefined;
  words: Words;
}

/** The line of a run: a segment a section, as long as it has items, filled as they are done, red where something failed. */
export default function RunLine({ view, words }: Props) {
  if (view === undefined) {
    return (
      <svg class="run-line" width="100%" height="8" aria-hidden="true">
        <rect width="100%" height="8" rx="2" />
      </svg>
    );
  }
  const { structure, marks, leaves, counted } = view;
  const whole = leaves.length;
  const percent = (items: number) => `${(100 * items) / Math.max(1, whole)}%`;
  let from = 0;
  return (
    <div
      role="progressbar"
      aria-label={words.bar.progress}
      aria-valuemin={0}
      aria-valuenow={counted.done}
      aria-valuemax={counted.total}
      aria-valuetext={doneText(counted, words.bar)}
    >
      <svg class="run-line" width="100%" height="8" aria-hidden="true">
        {segmentsOf(structure, leaves).map(({ anchor, items: own }) => {
          const { open, failed } = countMarks(own, marks);
          const x = from;
          from += own.length;
          const gap = from < whole ? whole * 0.003 : 0;
          const settled = own.length - open;
          return (
            <g key={anchor}>
              <rect x={percent(x)} width={percent(own.length - gap)} height="8" rx="2" />
              {settled > 0 && <rect class="settled" x={percent(x)} width={percent(settled - gap)} height="8" rx="2" />}
              {failed > 0 && (
                <rect
                  class="failed"
                  x={percent(x + settled - failed)}
                  width={percent(failed - gap)}
                  height="8"
                  rx="2"
                />
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
}
