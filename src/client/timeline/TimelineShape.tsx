import type { Mark } from '~/core/page/page';

interface Props {
  mark: Exclude<Mark, 'todo'>;
  /** The number of marks that stand together: one shows its sign, more show their number. */
  count?: number;
}

const signs = { done: 'M-4 0l3 3.5 5.5-7', skipped: 'M-4 0h8', failed: 'M-3.5-3.5l7 7m0-7l-7 7' };

/** A mark as the rows have it: a square with a check, a dashed square with a bar, a disc with a cross. Around 0, 16 wide. */
export default function TimelineShape({ mark, count = 1 }: Props) {
  return (
    <g data-mark={mark}>
      {mark === 'failed' ? <circle r="8" /> : <rect x="-8" y="-8" width="16" height="16" rx="4" />}
      {count === 1 ? (
        <path d={signs[mark]} />
      ) : (
        <text class="number" y="3.5" text-anchor="middle" data-long={count > 99 || undefined}>
          {count}
        </text>
      )}
    </g>
  );
}
