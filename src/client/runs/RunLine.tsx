import { drawnLength, percentOf, segmentsOf } from '~/core/page/segments';
import { countMarks } from '~/core/run/progress';
import type { View } from '~/core/run/view';
import type { Words } from '~/words/en';
import { doneText } from '~/words/progress-text';

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
          const settled = own.length - open;
          const length = drawnLength(own.length, whole, from === whole);
          return (
            <svg key={anchor} x={percentOf(x, whole)} width={percentOf(length, whole)}>
              <rect width="100%" height="8" rx="2" />
              <rect class="settled" width={percentOf(settled, own.length)} height="8" rx="2" />
              <rect
                class="failed"
                x={percentOf(settled - failed, own.length)}
                width={percentOf(failed, own.length)}
                height="8"
                rx="2"
              />
            </svg>
          );
        })}
      </svg>
    </div>
  );
}
