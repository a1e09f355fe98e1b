import { elementsOf, type Rule } from './lint-page';
import { textOf } from '~/build/markdown/tree';

const undoes =
  /\b(?:undo|undone|roll(?:ing|ed)?[ -]?back|revert|restor(?:e|ing)|back[ -]?out|rückgängig|zurück|wiederherstell)/iu;

/** Fewer steps are undone by doing them again. */
const fewest = 3;

/** Steps in order change something; whoever runs them must know the way back before the first. */
export const noUndo: Rule = {
  name: 'no-undo',
  check: ({ page, root, items, headings, isRunbook }) => {
    const steps = items.filter(({ ordered }) => ordered);
    const first = steps[0];
    if (!isRunbook || first === undefined || steps.length < fewest || page.contingencies.length > 0) return [];
    const links = elementsOf(root, 'a').map((link) => `${textOf(link)} ${String(link.properties.href)}`);
    const said = [...headings.map(({ title }) => title), ...items.map(({ text }) => text), ...links];
    if (said.some((text) => undoes.test(text.replaceAll('-', ' ')))) return [];
    const message = `Expected steps in order to say how to undo them, found ${steps.length} of them and neither a contingency, a section or step that undoes, nor a link to one. Add the way back.`;
    return [{ line: first.line, message }];
  },
};
