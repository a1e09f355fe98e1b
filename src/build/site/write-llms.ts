import { kinds, type Kind } from '~/build/markdown/folders';

interface Described {
  kind: Kind;
  title: string;
  description: string;
  /** Address of the page's Markdown. */
  href: string;
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').replace(/[[\]]/g, '\\$&');

/** The list of a site's pages for programs that read, in the form of https://llmstxt.org. `titles`: the words for the two kinds. */
export function writeLlms(
  site: { title: string; description: string },
  pages: readonly Described[],
  titles: Readonly<Record<Kind, string>>,
): string {
  const sections = kinds.flatMap((kind) => {
    const lines = pages
      .filter((page) => page.kind === kind)
      .map(({ title, description, href }) => `- [${plain(title)}](${href})${description && `: ${plain(description)}`}`);
    return lines.length === 0 ? [] : [`## ${titles[kind]}\n\n${lines.join('\n')}`];
  });
  const head = [`# ${plain(site.title)}`, ...(site.description === '' ? [] : [`> ${plain(site.description)}`])];
  return `${[...head, ...sections].join('\n\n')}\n`;
}
