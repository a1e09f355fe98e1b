import { decodeAddress } from '~/core/decode-address';
import { isObject, isText } from '~/core/json';
import { loadPanelStyles } from '~/client/bar/panel-styles';
import { addressOfPage, siteBase } from '~/stores/site-addresses';

/** A page of the site, as `pages.json` lists them in the order of their lists. */
interface Listed {
  id: string;
  title: string;
}

/** A folder of pages: those in it, and the folders in it by their names. */
interface Folder {
  pages: Listed[];
  folders: Map<string, Folder>;
}

const isListed = (value: unknown): value is Listed & Record<string, unknown> =>
  isObject(value) && isText(value.id) && isText(value.title);

async function fetchPages(): Promise<Listed[]> {
  const answer = await fetch(`${siteBase}pages.json`);
  const found: unknown = answer.ok ? await answer.json() : undefined;
  if (!Array.isArray(found)) throw new Error('pages.json cannot be read');
  return found.filter(isListed);
}

/** Puts pages into the folders that their addresses name, below their kind. */
function plant(pages: readonly Listed[]): Folder {
  const root: Folder = { pages: [], folders: new Map() };
  for (const page of pages) {
    let folder = root;
    for (const name of page.id.split('/').slice(1, -1)) {
      const inner = folder.folders.get(name) ?? { pages: [], folders: new Map() };
      folder.folders.set(name, inner);
      folder = inner;
    }
    folder.pages.push(page);
  }
  return root;
}

const countOf = ({ pages, folders }: Folder): number =>
  [...folders.values()].reduce((sum, folder) => sum + countOf(folder), pages.length);

function drawFolder({ pages, folders }: Folder, path: string, current: string): HTMLOListElement {
  const list = document.createElement('ol');
  for (const [name, folder] of [...folders].toSorted(([a], [b]) => a.localeCompare(b))) {
    const below = `${path}/${name}`;
    const details = Object.assign(document.createElement('details'), { open: current.startsWith(`${below}/`) });
    const summary = document.createElement('summary');
    const count = Object.assign(document.createElement('small'), { textContent: String(countOf(folder)) });
    summary.append(name.replace(/[-_]/g, ' '), ' ', count);
    details.append(summary, drawFolder(folder, below, current));
    list.append(document.createElement('li'));
    list.lastElementChild?.append(details);
  }
  for (const { id, title } of pages) {
    const link = Object.assign(document.createElement('a'), { href: addressOfPage(id), textContent: title });
    if (id === current) link.ariaCurrent = 'page';
    list.append(document.createElement('li'));
    list.lastElementChild?.append(link);
  }
  return list;
}

/** Shows all pages of a kind in the place of the few that the page itself holds, as a tree of folders that folds. */
async function unfold(link: HTMLAnchorElement, kind: string): Promise<void> {
  const list = link.closest('ul');
  const pages = (await fetchPages()).filter(({ id }) => id.startsWith(`${kind}/`));
  await loadPanelStyles();
  const address = decodeAddress(location.pathname).slice(siteBase.length).replace(/\/$/, '');
  const tree = drawFolder(plant(pages), kind, address);
  tree.className = 'tree';
  list?.replaceWith(tree);
  (tree.querySelector<HTMLElement>('[aria-current]') ?? tree.querySelector<HTMLElement>('a, summary'))?.focus();
}

/**
 * Lets "All 300 runbooks" in the navigation show them on the spot. The list is fetched when it is asked for, so that no page grows with
 * the site; where it does not arrive, the link goes to the home page, as it does without scripts.
 */
export function offerTree(): void {
  document.querySelector<HTMLElement>('.site-nav')?.addEventListener('click', (event) => {
    const { target, button, ctrlKey, metaKey, shiftKey } = event;
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href*="#"]') : null;
    if (!link || button !== 0 || ctrlKey || metaKey || shiftKey) return;
    event.preventDefault();
    unfold(link, link.hash.slice(1)).catch(() => location.assign(link.href));
  });
}
