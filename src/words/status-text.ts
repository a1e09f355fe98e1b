import { titleOf } from '~/core/page/title-of';
import { currentNumber } from '~/core/run/step-number';
import type { View } from '~/core/run/view';
import type { Words } from './en';
import { say } from './say';

/** A title that names a trouble, not a way out of it: “If the rollback fails”. */
const condition = /^(?:if|when|in case|once|unless|wenn|falls|sobald|bei)(?!\p{L})/u;

/**
 * The words of titles that mean a way back to the earlier state: whole words alone, because a controller is no rollback, nor is a
 * bridge (“Brücke”), and rolling forward is the opposite.
 */
const backwards = [
  /(?<!\p{L})(?:roll(?:ing|ed|s)?[\s-]*back|back(?:ing|ed|s)?[\s-]*out|revert|undo|zurück)/u,
  /(?<!\p{L})roll(?:ing|s)?\s.*(?<!\p{L})back(?!\p{L})/u,
  /(?<!\p{L})rück(?:bau|setz|roll|abwick|kehr|nahme|gängig)/u,
];

/** Tells whether a contingency, by its title, restores the earlier state: it is called a rollback; any other goes by its title. */
export function isRollback(title: string): boolean {
  const said = title.trim().toLowerCase();
  return !condition.test(said) && backwards.some((way) => way.test(said));
}

function contingencyText(view: View, section: string, words: Words['status']): string {
  const { structure, counted, status } = view;
  const title = titleOf(structure, section);
  const isThrough = status.kind === 'rolled-back';
  if (isThrough && isRollback(title)) {
    return counted.failed > 0 ? say(words.rolledBackFailed, { n: counted.failed }) : words.rolledBack;
  }
  const name = isRollback(title) ? words.rollback : title;
  if (isThrough) return say(words.through, { name });
  const { n, total } = currentNumber(view) ?? { n: counted.done + counted.failed + 1, total: counted.total };
  return counted.total === 0 ? name : say(words.step, { name, n, total });
}

/** The run's status in words: "Waiting for Go: Deployment Lead", "Rollback: step 2 of 8", "Complete with 1 failed". */
export function statusText(view: View, words: Words['status']): string {
  const { status } = view;
  switch (status.kind) {
    case 'waiting':
      return say(words.waiting, { roles: status.answers.map(({ role }) => role).join(', ') });
    case 'no-go':
      return say(words.noGo, {
        who: status.answers.map(({ role, entry }) => (entry?.by ? `${role} (${entry.by})` : role)).join(', '),
      });
    case 'rollback':
    case 'rolled-back':
      return contingencyText(view, status.section, words);
    case 'complete':
      return status.failed > 0 ? say(words.completeFailed, { n: status.failed }) : words.complete;
    default:
      return words[status.kind];
  }
}
