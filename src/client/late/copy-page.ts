import { announce } from '~/client/acts/announce';
import { copyAndSay } from '~/client/acts/copy-text';
import { siteBase } from '~/stores/site-addresses';
import { encodePath } from '~/core/encode-path';
import { $view } from '~/stores/run';
import type { Words } from '~/words/en';

/** Copies the page's own Markdown, as its author wrote it: it stands at the page's address with `.md`. */
export async function copyPage({ menu }: Words): Promise<void> {
  const { id } = $view.get().structure.page;
  const answer = await fetch(`${siteBase}${encodePath(id)}.md`).catch(() => undefined);
  if (answer?.ok) await copyAndSay(await answer.text(), menu.pageCopied);
  else announce(menu.pageUnreachable);
}
