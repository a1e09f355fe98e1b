import { buildPage } from '~/core/page/outline';
import { settleEntries } from '~/core/run/moving';
import { addEntries, type Run } from '~/core/run/run';
import { fillStructure } from '~/core/values/fill-structure';
import { tellText } from '~/core/values/show-value';
import { viewRun, type View } from '~/core/run/view';
import { readStructure, type Structure } from '~/core/page/structure';
import type { PageModel } from '~/stores/page-models';
import { $naming, nameKnown } from '~/stores/strangers';

/** The title of a page; the words of its id where it is not there. */
export function titleOfPage(page: string, model: PageModel | undefined): string {
  if (model?.kind === 'page') {
    const { title, values = [] } = model.structure.page;
    return tellText(title, new Map(values.map((value) => [value.name, value])), () => '');
  }
  const words = (page.split('/').at(-1) ?? page).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * The view of a run on its page, as the page itself would show it: what only has another id now counts for it [RW3], and so does
 * what came by its hash alone [SN9].
 */
function viewOn(structure: Structure, kept: Run): View {
  const run = nameKnown(kept, structure, $naming.get());
  return viewRun(structure, addEntries(run, settleEntries(structure, run)), fillStructure);
}

/** The view of a run, once its page has been fetched. */
export const viewListed = (run: Run, model: PageModel | undefined): View | undefined =>
  model?.kind === 'page' ? viewOn(model.structure, run) : undefined;

/** The view to export a run with. Without its page, every entry of it counts as "no longer in this checklist". */
export function viewForExport(run: Run, model: PageModel | undefined): View {
  if (model?.kind === 'page') return viewOn(model.structure, run);
  const page = buildPage({ id: run.page, title: titleOfPage(run.page, model) }, []);
  return viewRun(readStructure(page), run);
}
