import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Value } from '~/core/page/page';
import { readParts } from '~/core/values/placeholder';
import { readFrontMatter, splitFrontMatter } from './front-matter';
import type { Folders } from './folders';
import { placePages } from './list-pages';

/** The values that a file declares and names, and the targets of its links: paths below the content folder. */
interface Scanned {
  isRunbook: boolean;
  declared: readonly Value[];
  mentioned: ReadonlySet<string>;
  targets: readonly string[];
}

/** The values of one page: those that its texts may name, and those that are filled in on it. */
export interface PageValues {
  known: readonly Value[];
  /** The values that a runbook asks for: its own, and those that it names, or a guide that one comes to from it. */
  asked: readonly Value[];
}

/** The targets of Markdown's links, of their definitions, and of HTML's. */
const target = /\]\(\s*<?([^)\s>]+)|^[ \t]{0,3}\[[^\]]+\]:\s*<?([^\s>]+)|\bhref\s*=\s*["']([^"']+)["']/gm;

function readTargets(body: string, page: string): string[] {
  const folder = path.posix.dirname(page);
  return [...body.matchAll(target)].flatMap(([, inline, defined, html]) => {
    const [file = ''] = (inline ?? defined ?? html ?? '').split(/[?#]/);
    if (file === '' || /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(file)) return [];
    try {
      return [path.posix.join(folder, decodeURI(file))];
    } catch {
      return [];
    }
  });
}

function scan(file: string, page: string, isRunbook: boolean): Scanned {
  const source = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const { body, yaml = '' } = splitFrontMatter(source);
  const names = readParts(body, () => true).flatMap((part) => (typeof part === 'string' ? [] : [part.name]));
  const components = [...body.matchAll(/<Value\s+name=["']([^"']+)["']/g)].map(([, name = '']) => name);
  return {
    isRunbook,
    declared: /^["']?values["']?\s*:/m.test(yaml) ? readFrontMatter(source, file).values : [],
    mentioned: new Set([...names, ...components]),
    targets: readTargets(body, page),
  };
}

const unite = (...lists: (readonly Value[])[]): Value[] => [
  ...new Map(lists.toReversed().flatMap((list) => list.map((value) => [value.name, value]))).values(),
];

/** Puts values in the order of a list of names. */
const byName = (values: readonly Value[], names: ReadonlySet<string>): Value[] =>
  values.filter(({ name }) => names.has(name));

/**
 * Finds which values hold on which page. Those of the site hold everywhere, a page's own on it, a runbook's own also in the guides that
 * one comes to from it, and those of such a guide are filled in on the runbook. Files are read when the first page asks. A page is
 * named by its file, from the content folder.
 */
export function createValueScope(
  contentDir: string,
  folders: Folders | undefined,
  ofSite: readonly Value[],
): (file: string) => PageValues {
  let scanned: Map<string, Scanned> | undefined;
  const scanAll = () =>
    (scanned ??= new Map(
      placePages(contentDir, folders).map(({ file, contentPath }) => [
        file,
        scan(path.join(contentDir, file), file, contentPath.startsWith('runbooks/')),
      ]),
    ));
  const isRunbook = (page: string): boolean => scanAll().get(page)?.isRunbook === true;

  /** The guides that one comes to from a page, by links of guides alone. */
  const reached = (from: string): string[] => {
    const all = scanAll();
    const found = new Set<string>();
    const open = [from];
    for (let page = open.pop(); page !== undefined; page = open.pop()) {
      for (const next of all.get(page)?.targets ?? []) {
        if (found.has(next) || isRunbook(next) || !all.has(next)) continue;
        found.add(next);
        open.push(next);
      }
    }
    return [...found];
  };
  const routes = new Map<string, readonly string[]>();
  const guidesOf = (runbook: string): readonly string[] => {
    const known = routes.get(runbook) ?? reached(runbook);
    routes.set(runbook, known);
    return known;
  };

  /** The pages that declare values of their own: looked for once, because every page is asked about them. */
  let declaring: { runbooks: [string, Scanned][]; guides: [string, Scanned][] } | undefined;
  const findDeclaring = () => {
    if (declaring !== undefined) return declaring;
    const found = [...scanAll()].filter(([, { declared }]) => declared.length > 0);
    const [runbooks = [], guides = []] = [true, false].map((kind) =>
      found.filter(([name]) => isRunbook(name) === kind),
    );
    return (declaring = { runbooks, guides });
  };

  return (page) => {
    const all = scanAll();
    const own = all.get(page)?.declared ?? [];
    if (!isRunbook(page)) {
      const runbooks = findDeclaring().runbooks.filter(([name]) => guidesOf(name).includes(page));
      return { known: unite(own, ...runbooks.map(([, { declared }]) => declared), ofSite), asked: [] };
    }
    const isFree = own.length === 0 && ofSite.length === 0 && findDeclaring().guides.length === 0;
    if (isFree) return { known: [], asked: [] };
    const guides = guidesOf(page);
    const mentioned = new Set([page, ...guides].flatMap((name) => [...(all.get(name)?.mentioned ?? [])]));
    const others = unite(ofSite, ...guides.map((guide) => all.get(guide)?.declared ?? []));
    const ownNames = new Set(own.map(({ name }) => name));
    const asked = [...own, ...byName(others, mentioned).filter(({ name }) => !ownNames.has(name))];
    return { known: unite(asked, ofSite), asked };
  };
}
