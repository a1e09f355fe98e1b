import type { Words } from '~/words/en';
import TimelineShape from './TimelineShape';

const shapes = ['done', 'skipped', 'failed'] as const;

/** The key to the shapes of the picture, for the eye alone: the table says it in words. */
export default function TimelineLegend({ pauses, plans, words }: { pauses: boolean; plans: boolean; words: Words }) {
  return (
    <p class="legend" aria-hidden="true">
      {shapes.map((mark) => (
        <span key={mark}>
          <svg viewBox="-9 -9 18 18" width="18" height="18">
            <TimelineShape mark={mark} />
          </svg>
          {words.mark[mark]}
        </span>
      ))}
      <span>{words.timeline.together}</span>
      {plans && (
        <span>
          <svg viewBox="0 0 18 18" width="18" height="18">
            <path class="planned" d="M0 9h18" />
          </svg>
          {words.timeline.planned}
        </span>
      )}
      {pauses && (
        <span>
          <svg viewBox="0 0 18 18" width="18" height="18">
            <path class="break" d="M6 0V18M12 0V18" />
          </svg>
          {words.timeline.pause}
        </span>
      )}
    </p>
  );
}
