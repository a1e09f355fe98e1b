import { isWithin, segmentsOf, type Segment } from '~/core/checklist/segments';
import { countedLeaves } from '~/core/checklist/structure';
import { countMarks } from '~/core/run/progress';
import type { View } from '~/core/run/view';

interface Stretch extends Segment {
  /** Shares of the segment, 0 to 1. */
  settled: number;
  failed: number;
  here: boolean;
}

function stretchesOf(view: View): Stretch[] {
  const { structure, marks, next } = view;
  const leaves = countedLeaves(structure);
  return segmentsOf(structure).map((segment) => {
    const own = leaves.filter(({ section }) => isWithin(structure, section, segment));
    const { done, skipped, failed } = countMarks(own, marks);
    return {
      ...segment,
      settled: (done + skipped + failed) / own.length,
      failed: failed / own.length,
      here: next !== undefined && isWithin(structure, next.section, segment),
    };
  });
}

const percent = (share: number) => `${+(100 * share).toFixed(2)}%`;

/**
 * The line of segments in the run bar: one a section, as long as it has items, filled as they are settled, red where one
 * failed, framed where the run is. SVG, because the security policy forbids styles in the markup.
 */
export default function Segments({ view }: { view: View }) {
  const stretches = stretchesOf(view);
  const whole = stretches.reduce((sum, { size }) => sum + size, 0);
  let from = 0;
  return (
    <svg class="segments" width="100%" height="12" aria-hidden="true">
      {stretches.map(({ anchor, size, settled, failed, here }) => {
        const x = from / whole;
        from += size;
        return (
          <a href={`#${anchor}`} tabIndex={-1} key={anchor}>
            <svg x={percent(x)} width={percent(size / whole - 0.003)}>
              <rect y="2" width="100%" height="8" rx="2" />
              <rect class="settled" y="2" width={percent(settled)} height="8" rx="2" />
              <rect class="failed" y="2" x={percent(settled - failed)} width={percent(failed)} height="8" />
              {here && <rect class="here" x="1" y="1" width="100%" height="10" rx="3" />}
            </svg>
          </a>
        );
      })}
    </svg>
  );
}
