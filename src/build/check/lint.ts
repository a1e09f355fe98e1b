import type { Page } from '~/core/page/page';
import { findLookAlikes } from '~/build/markdown/look-alikes';
import { nearestOf, quoteAll } from '~/build/markdown/nearest';
import type { Problem } from '~/build/markdown/problem';
import { deadLink } from './dead-link';
import { fillableTable } from './fillable-table';
import { type Ignore, readIgnores, silences } from '~/build/markdown/ignores';
import { type Finding, readLintPage, type Rule } from './lint-page';
import { lostAlert } from './lost-alert';
import { longSection } from './long-section';
import { noUndo } from './no-undo';
import { plainSteps } from './plain-steps';
import { rollbackSection } from './rollback-section';
import { staleReview } from './stale-review';
import { twinRow } from './twin-row';
import { twinText } from './twin-text';
import { vagueCheck } from './vague-check';

export const rules: readonly Rule[] = [
  plainSteps,
  twinText,
  longSection,
  vagueCheck,
  rollbackSection,
  noUndo,
  staleReview,
  deadLink,
  fillableTable,
  twinRow,
  lostAlert,
];

/** Every name that a comment may give. Look-alikes are found by the build as well (src/build/markdown/transform.ts). */
export const ruleNames = [...rules.map(({ name }) => name), 'look-alike'];

interface File {
  source: string;
  /** For messages. */
  shown: string;
  isMdx: boolean;
}

/** Finds the fault of a comment itself; `undefined` for a sound one. */
function checkIgnore({ rule, reason }: Ignore, isUsed: boolean): string | undefined {
  if (!ruleNames.includes(rule)) {
    return `Expected the name of a rule, found \`${rule}\`. The nearest: ${quoteAll(nearestOf(rule, ruleNames, 1))}.`;
  }
  if (reason === '') return `Expected a reason, found none: write \`runsheet-ignore ${rule}: why it is right here\`.`;
  return isUsed
    ? undefined
    : `Expected something to silence, found that \`${rule}\` has nothing to say here. Take the comment out.`;
}

/**
 * Warns about a page's wording and gaps, beyond the faults that stop a build. `today` is a date such as 2026-11-23. A comment with a
 * reason silences a rule on its line, on the next one with text, or, before all else, on the whole page.
 */
export function lintPage({ source, shown, isMdx }: File, page: Page, today: string): Problem[] {
  const ignores = readIgnores(source, isMdx);
  const lintable = readLintPage(source, page, isMdx, today);
  const used = new Set<Ignore>();
  const isSilenced = (rule: string) => (finding: Finding) => {
    const by = ignores.find((ignore) => silences(ignore, rule, finding.line));
    if (by) used.add(by);
    return by !== undefined;
  };
  const findings = rules.flatMap(({ name, check }) => {
    const silenced = isSilenced(name);
    return check(lintable)
      .filter((finding) => !silenced(finding))
      .map(({ line, message }) => ({ line, message: `${message} (${name})` }));
  });
  findLookAlikes(source, { isMdx }).forEach(isSilenced('look-alike'));
  const comments = ignores.flatMap((ignore) => {
    const message = checkIgnore(ignore, used.has(ignore));
    return message === undefined ? [] : [{ line: ignore.line, message }];
  });
  return [...findings, ...comments]
    .toSorted((a, b) => a.line - b.line)
    .map(({ line, message }) => ({ severity: 'warning', file: shown, line, message }));
}
