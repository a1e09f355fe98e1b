import { titleOf } from '~/core/page/title-of';
import { currentNumber } from '~/core/run/step-number';
import type { View } from '~/core/run/view';
import type { Words } from '~/words/en';
import { say } from '~/words/say';

/** Tells whether a contingency, by its title, restores the earlier state: it is called a rollback; any other goes by its title. */
const isRollback = (title: string): boolean => /roll|revert|back ?out|undo|restore|zurück|rück/i.test(title);

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
