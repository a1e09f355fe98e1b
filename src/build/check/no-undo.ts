import { elementsOf, type Rule } from './lint-page';
import { textOf } from '~/build/markdown/tree';

const undoes =
  /\b(?:undo|undone|roll(?:ing|ed)?[ -]?back|revert|restor(?:e|ing)|back[ -]?out|rückgängig|zurück|wiederherstell)/iu;

/** The fewest steps that need a way back: a shorter list is simply gone through again. */
const fewest = 3;

/** Words of steps that take something away or replace it: others, such as a release's paperwork, have nothing to undo. */
const changes =
  /\b(?:deploy|migrat|cut[ -]?over|roll(?:ing)?[ -]?out|upgrad|fail[ -]?over|drop|delet|remov|stop|restart|switch|drain|promote|replac|abschalt|migrier|lösch|stopp)/iu;

/** Steps in order change something; so the way back must be known before the first. */
export const noUndo: Rule = {
  name: 'no-undo',
  check: ({ page, root, items, headings, isRunbook }) => {
    const steps = items.filter(({ ordered }) => ordered);
    const first = steps[0];
    if (!isRunbook || first === undefined || steps.length < fewest || page.contingencies.length > 0) return [];
    if (!steps.some(({ text }) => changes.test(text))) return [];
    const links = elementsOf(root, 'a').map((link) => `${textOf(link)} ${String(link.properties.href)}`);
    const said = [...headings.map(({ title }) => title), ...items.map(({ text }) => text), ...links];
    if (said.some((text) => undoes.test(text.replaceAll('-', ' ')))) return [];
    const message = `Expected steps in order to say how to undo them, found ${steps.length} of them and neither a contingency, a section or step that undoes, nor a link to one. Add the way back.`;
    return [{ line: first.line, message }];
  },
};
