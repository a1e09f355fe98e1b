import type { PageModel } from '~/stores/page-models';
import type { Run } from '~/core/run/run';
import type { Mode } from '~/core/snapshot/seal';
import { withTimelineStyles } from './timeline-styles';
import { once, openPanel } from './open-panel';
import type { Question } from './question';

/*
 * The registry of panels: the one place that knows every panel's module. Code that opens a panel asks here, so that panels may open
 * one another without importing one another. Each is imported when it is opened first, unless its chunk has come already.
 */

/** Asks the reader for a line of text; undefined where the question was cancelled. */
export async function ask(question: Question): Promise<string | undefined> {
  let answer: string | undefined;
  await openPanel(() => import('./AskDialog'), { question, answer: (text: string) => (answer = text) });
  return answer;
}

/** Asks for one of a page's roles; undefined where the question was cancelled. */
export async function chooseRole(roles: readonly string[], chosen: string): Promise<string | undefined> {
  let role: string | undefined;
  await openPanel(() => import('./RoleDialog'), { roles, chosen, choose: (one: string) => void (role = one) });
  return role;
}

/** Opens the menu of the row that a "More" button stands in. */
export const openRowMenu = (button: HTMLElement): Promise<void> =>
  openPanel(() => import('./RowMenu'), { button, item: button.closest('[data-item]')?.id ?? '' });

export const openRunMenu = once((button: HTMLElement) => openPanel(() => import('./RunMenu'), { button }));

/** Loads the share dialog with its codec, before anybody asks for it. */
export const loadShare = () => import('~/client/share/ShareDialog');

/** Opens the share dialog; the page says whether links may name its revision (R) or must be portable (P). */
export const openShare = once((button: HTMLElement) => {
  const recorded = button.closest('[data-recorded]') !== null;
  return openPanel<{ mode: Mode }>(loadShare, { mode: recorded ? 'R' : 'P' });
});

export const openKeys = once(() => openPanel(() => import('./KeysDialog'), {}));

export const openSwitch = once(() => openPanel(() => import('./SwitchDialog'), {}));

export const openEnd = once(() => openPanel(() => import('./EndDialog'), {}));

export const openImport = once(() => openPanel(() => import('~/client/import/ImportDialog'), {}));

export const openSummary = once(() =>
  openPanel(() => withTimelineStyles(import('~/client/timeline/SummaryDialog')), {}),
);

/** Opens the summary where the run's timeline begins. */
export const openTimeline = once(() =>
  openPanel(() => withTimelineStyles(import('~/client/timeline/SummaryDialog')), { at: 'timeline' as const }),
);

/** Opens the menu of one run in the list of all runs. */
export const openRunsMenu = (button: HTMLElement, run: Run, model: PageModel | undefined): Promise<void> =>
  openPanel(() => import('~/client/runs/RunsMenu'), { button, run, model });

export const openRunsImport = once(() => openPanel(() => import('~/client/runs/RunsImport'), {}));

/** The timeline, with its styles: it is drawn within a page, not over it. */
export const loadTimeline = () => withTimelineStyles(import('~/client/timeline/Timeline'));

/** Opens the search; `takeTyped` returns the text that was typed for it before it opened. */
export const openSearchDialog = once((takeTyped: () => string) =>
  openPanel(() => import('~/client/search/SearchDialog'), { takeTyped }),
);
