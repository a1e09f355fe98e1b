import { atom, type ReadableAtom } from 'nanostores';
import { decodePage } from '~/core/page/page-file';
import { readStructure, type Structure } from '~/core/page/structure';

/*
 * The pages of runs that are listed away from their page: each is fetched once, when a run of it is shown. `gone`: the site has no such
 * page (any more); `unreachable`: no network, and no copy of it in the offline store. An unreachable page is requested again with the next
 * run of it.
 */

export type PageModel = { kind: 'page'; structure: Structure } | { kind: 'gone' } | { kind: 'unreachable' };

const $models = atom<ReadonlyMap<string, PageModel>>(new Map());

/** The models of pages, by id; a page that is still being fetched is missing. */
export const $pageModels: ReadableAtom<ReadonlyMap<string, PageModel>> = $models;

const asked = new Map<string, Promise<PageModel>>();
const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');

async function fetchModel(id: string): Promise<PageModel> {
  let response: Response;
  try {
    response = await fetch(`${base}${id.split('/').map(encodeURIComponent).join('/')}/page.json`);
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
