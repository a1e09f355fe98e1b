import type { Rule } from './lint-page';

/** "Roll back", "Rollback steps"; not "Rollback plan", which is written before and does not go back. */
const goesBack =
  /^(?!.*\b(?:plan|planning|strategy|readiness|prepar\w*|test\w*|criteria|policy|considerations|documentation|konzept|plänen?)\b).*\b(?:roll(?:ing)?[ -]?back|back[ -]?out|revert(?:ing)?|zurückrollen|rückfall)/iu;

/** Items of a list that makes sure that one could go back, rather than going back. */
const prepares =
  /\b(?:plans?|documented|tested|defined|in place|ready|prepared|reviewed|agreed|known|available|exists?|identified|estab\w+|dokumentiert|getestet|bereit|vorbereitet)\b/iu;

/** A rollback that counts in the progress of a run that goes well keeps it from ever being complete. */
export const rollbackSection: Rule = {
  name: 'rollback-section',
  check: ({ page, headings, isRunbook }) => {
    const parents = new Map(page.sections.map(({ anchor, parent }) => [anchor, parent]));
    const apart = new Set(page.contingencies.map(({ section }) => section));
    const lineage = (anchor: string): string[] =>
      anchor === '' ? [] : [anchor, ...lineage(parents.get(anchor) ?? '')];
    const isApart = (anchor: string) => lineage(anchor).some((one) => apart.has(one));
    const countedIn = (anchor: string) =>
      page.items.filter(({ section }) => lineage(section).includes(anchor) && !isApart(section));
    return (isRunbook ? headings : [])
      .filter(({ title, anchor }) => goesBack.test(title) && !isApart(anchor))
      .filter(({ anchor }) => {
        const counted = countedIn(anchor);
        return counted.length > 0 && !counted.some(({ text }) => prepares.test(text));
      })
      .map(({ line, anchor, title }) => ({
        line,
        message: `Expected a rollback to be a contingency, found that the items of “${title}” count in every run. Add to the front matter: \`contingencies: [{ section: ${anchor}, triggers: … }]\`.`,
      }));
  },
};
