import type { Page } from '~/core/page/page';
import { fillExamples } from './fill-examples';
import type { PageLink } from '~/build/markdown/links';

/** The steps of one runbook that link to a page, in its order. */
export interface Use {
  /** Id, address and title of the runbook. */
  id: string;
  href: string;
  title: string;
  steps: readonly { id: string; text: string }[];
}

interface Linking {
  kind: string;
  id: string;
  href: string;
  title: string;
  page: Page;
  links: readonly PageLink[];
}

/** For every page that steps of runbooks link to, those steps: read once for the whole site, each link once. */
export function indexUses(pages: readonly Linking[]): Map<string, Use[]> {
  const uses = new Map<string, Use[]>();
  for (const { kind, id, href, title, page, links } of pages) {
    if (kind !== 'runbooks') continue;
    const linked = new Map<string, Set<string>>();
    for (const link of links) {
      if (link.item === undefined) continue;
      linked.set(link.page, (linked.get(link.page) ?? new Set()).add(link.item));
    }
    const texts = new Map(page.items.map((item) => [item.id, fillExamples(page, item.text)]));
    for (const [target, items] of linked) {
      const steps = [...items].map((item) => ({ id: item, text: texts.get(item) ?? item }));
      uses.set(target, [...(uses.get(target) ?? []), { id, href, title, steps }]);
    }
  }
  return uses;
}
