import type { Rule } from './lint-page';

const goesBack = /\b(?:roll(?:ing)?[ -]?back|back[ -]?out|revert(?:ing)?|fall[ -]?back plan|zurückrollen|rückfall)/iu;

/** A rollback that counts in the progress of a run that goes well keeps it from ever being complete. */
export const rollbackSection: Rule = {
  name: 'rollback-section',
  check: ({ page, headings, isRunbook }) => {
    const parents = new Map(page.sections.map(({ anchor, parent }) => [anchor, parent]));
    const apart = new Set(page.contingencies.map(({ section }) => section));
    const lineage = (anchor: string): string[] =>
      anchor === '' ? [] : [anchor, ...lineage(parents.get(anchor) ?? '')];
    const isApart = (anchor: string) => lineage(anchor).some((one) => apart.has(one));
    const sections = isRunbook ? headings : [];
    return sections
      .filter(({ title, anchor }) => goesBack.test(title) && !isApart(anchor))
      .filter(({ anchor }) => page.items.some(({ section }) => lineage(section).includes(anchor) && !isApart(section)))
      .map(({ line, anchor, title }) => ({
        line,
        message: `Expected a rollback to be a contingency, found that the items of “${title}” count in every run. Add to the front matter: \`contingencies: [{ section: ${anchor}, triggers: … }]\`.`,
      }));
  },
};
