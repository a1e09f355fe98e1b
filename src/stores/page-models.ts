import { atom, type ReadableAtom } from 'nanostores';
import { decodePage } from '~/core/page/page-file';
import { readStructure, type Structure } from '~/core/page/structure';
import { pastOf } from '~/core/revision/remember';
import { decodeRevisionFile } from '~/core/revision/revision';
import { findGone } from '~/core/run/gone';
import { stateOf, type Run } from '~/core/run/run';
import { addressOfPage } from './site-addresses';

/*
 * The pages of runs that are listed away from their page: each is fetched once, when a run of it is shown. `gone`: the site has no such
 * page (any more); `unreachable`: no network, and no copy of it in the offline store. An unreachable page is requested again with the next
 * run of it. The texts of what a page no longer has are fetched where a run speaks of such things, once as well.
 */

export type PageModel = { kind: 'page'; structure: Structure } | { kind: 'gone' } | { kind: 'unreachable' };

const $models = atom<ReadonlyMap<string, PageModel>>(new Map());

/** The models of pages, by id; a page that is still being fetched is missing. */
export const $pageModels: ReadableAtom<ReadonlyMap<string, PageModel>> = $models;

const asked = new Map<string, Promise<PageModel>>();

const addressOf = (id: string, file: string): string => addressOfPage(id) + file;

async function fetchModel(id: string): Promise<PageModel> {
  let response: Response;
  try {
    response = await fetch(addressOf(id, 'page.json'));
  } catch {
    return { kind: 'unreachable' };
  }
  if (!response.ok) return { kind: response.status === 404 || response.status === 410 ? 'gone' : 'unreachable' };
  // Hosts that answer every address with a page have no such file; a file that cannot be read is of another version.
  const value: unknown = await response.json().catch(() => undefined);
  if (value === undefined) return { kind: 'gone' };
  const read = decodePage(value);
  return read.ok && read.value.id === id
    ? { kind: 'page', structure: readStructure(read.value) }
    : { kind: 'unreachable' };
}

/** Fetches a page's model, once. */
export function loadPageModel(id: string): Promise<PageModel> {
  const known = asked.get(id);
  if (known !== undefined) return known;
  const asking = fetchModel(id).then((model) => {
    if (model.kind === 'unreachable') asked.delete(id);
    $models.set(new Map($models.get()).set(id, model));
    return model;
  });
  asked.set(id, asking);
  return asking;
}

const remembering = new Map<string, Promise<void>>();

/** Adds to a page's model what its revision file remembers. Without the file, removed items go by the words of their ids. */
async function rememberPast(id: string, { page }: Structure): Promise<void> {
  const file: unknown = await fetch(addressOf(id, 'revisions.json'))
    .then((response) => response.json())
    .catch(() => undefined);
  const read = decodeRevisionFile(file, id);
  if (!read.ok) return;
  $models.set(new Map($models.get()).set(id, { kind: 'page', structure: readStructure(page, pastOf(read.value)) }));
}

/** Fetches the model of a page for the runs of it; with its past where one of them is about something that the page no longer has. */
export async function loadPageOf(id: string, runs: readonly Run[]): Promise<void> {
  const model = await loadPageModel(id);
  if (model.kind !== 'page') return;
  const { structure } = model;
  if (!runs.some((run) => findGone(structure, stateOf(run)).length > 0)) return;
  const asking = remembering.get(id) ?? rememberPast(id, structure);
  remembering.set(id, asking);
  await asking;
}
