import { titleOf } from '~/core/page/title-of';
import { answersOf, judgeHold } from '~/core/run/holds';
import { countMarks } from '~/core/run/progress';
import { membersOf } from '~/core/run/section-progress';
import type { View } from '~/core/run/view';
import { loadWords } from '~/words/load';
import type { Words } from '~/words/en';
import { stampOf } from '~/client/text/clock-text';
import { progressParts } from '~/words/progress-text';
import { whenAndWho } from '~/client/text/when-and-who';

/** The depth of a heading, or of the one that a section begins with; 0 of anything else. */
function headingDepth(element: Element): number {
  const { tagName = '' } = element.matches('section') ? (element.firstElementChild ?? element) : element;
  return Number(/^H(\d)$/.exec(tagName)?.[1] ?? 0);
}

/** The elements that a hold holds back: the section after it or, inside a step, the steps after that step; never a contingency. */
function followersOf(hold: HTMLElement): Element[] {
  const step = hold.closest('[data-item]');
  const followers: Element[] = [];
  const first = step ? step.nextElementSibling : hold.nextElementSibling;
  for (let next = first; next; next = next.nextElementSibling) {
    const isNextSection = next !== first && headingDepth(next) > 0 && headingDepth(next) <= headingDepth(first ?? next);
    if (isNextSection || next.matches('.hold, .contingency')) break;
    followers.push(next);
  }
  return followers;
}

/** Shows who answered a hold and how, and dims the steps it holds back until all say Go. */
function reflectHold(element: HTMLElement, { structure, state, run }: View): void {
  const hold = structure.page.holds.find(({ after }) => after === element.dataset.hold);
  if (hold === undefined) return;
  element.dataset.verdict = judgeHold(state, hold);
  for (const held of followersOf(element))
    held.toggleAttribute('data-held', run !== undefined && element.dataset.verdict !== 'go');
  const lines = [...element.querySelectorAll<HTMLElement>('[data-role]')];
  answersOf(state, hold).forEach(({ answer, entry }, i) => {
    for (const button of lines[i]?.querySelectorAll('button') ?? []) {
      button.setAttribute('aria-pressed', String(button.dataset.act === answer));
    }
    const shown = lines[i]?.querySelector('.answer');
    if (shown)
      shown.textContent =
        answer === '' || !entry ? '' : whenAndWho(entry, (minute) => stampOf(minute, run?.start ?? minute));
  });
}

/** Describes the state of the section before a hold: "Before you start: 5 of 6 done, 1 failed". */
function describeState(after: string, { structure, marks }: View, words: Words): string {
  const members = membersOf(structure).get(after);
  if (members === undefined) {
    const mark = marks.get(after);
    const name = titleOf(structure, after);
    return mark === undefined || mark === 'mixed' ? name : `${name}: ${words.export.marks[mark]}`;
  }
  return `${titleOf(structure, after)}: ${progressParts(countMarks(members, marks), words.bar).join(', ')}`;
}

/** Reflects a view on the page's holds. */
export async function reflectHolds(root: HTMLElement, view: View): Promise<void> {
  const words = await loadWords();
  for (const hold of root.querySelectorAll<HTMLElement>('[data-hold]')) {
    reflectHold(hold, view);
    const state = hold.querySelector('small');
    if (state) state.textContent = describeState(hold.dataset.hold ?? '', view, words);
  }
}
