import type { Root } from 'hast';
import type { Page } from '~/core/page/page';
import { findFalsePin } from '~/core/page/pin';
import { wordsFor } from '~/words/words-for';
import { checkFrontMatterAnchors, ownAnchors } from './anchors';
import { highlightCode } from './code';
import { wrapContingencies } from './contingencies';
import { shapeFields } from './fields';
import { readFrontMatter } from './front-matter';
import { anchorHeadings, type Heading, takeTitle } from './headings';
import { placeHolds } from './holds';
import { shapeItems } from './items';
import type { LinkContext } from './link-target';
import { type PageLink, rewriteLinks } from './links';
import { findLooseNames } from './loose-names';
import { findLookAlikes } from './look-alikes';
import { titleFromPath } from './page-path';
import type { Problem } from './problem';
import { cleanRawHtml } from './raw-html';
import { readOutline } from './outline';
import { wrapSections } from './sections';
import { wrapTables } from './tables';
import type { Node } from './tree';

/** A file under `content/`, as read, and how to name it. */
export interface ContentFile {
  /** The whole file, front matter included. */
  source: string;
  /** For messages: relative to the project. */
  shown: string;
  /** "runbooks/a" */
  id: string;
  isMdx: boolean;
  /** How many lines of the file stand before what the parser was given. */
  linesBefore: number;
}

/** What the build knows of a page, and what is wrong with it. */
export interface PageData {
  page: Page;
  links: PageLink[];
  /** There only where the page has blocks of code. */
  code?: true;
  problems: Problem[];
}

/** The anchors of a page: those that links may go to, and the one of the heading that became the title. */
export interface Anchors {
  anchors: string[];
  title: string | undefined;
}

/** The first steps: what is a heading, and which of them is the title. */
function nameSections(root: Root, file: ContentFile, given: string | undefined) {
  if (!file.isMdx) cleanRawHtml(root);
  const headings = anchorHeadings(root);
  return { headings, title: takeTitle(headings, given, titleFromPath(file.shown)) };
}

const wordless =
  'Expected words in an item, found none: nothing can be read aloud or searched for. Write what is to be done, or give its image a text.';

const falsePin = (found: string): string =>
  `Expected an id of letters, digits and dashes after \`^\`, found \`^${found}\`: it stays text, and the item's id is made of its words.`;

const anchorsOf = (headings: readonly Heading[]): string[] => headings.map(({ anchor }) => anchor);

/** The anchors of a page that others link to. Changes the tree. */
export function readAnchors(root: Root, file: ContentFile): Anchors {
  const { headings, title } = nameSections(root, file, readFrontMatter(file.source, file.shown).value.title);
  shapeItems(root, new Set(anchorsOf(headings)));
  return { anchors: ownAnchors(root), title: title.anchor };
}

/** Turns the parser's tree into a page that can be run. Changes the tree; what is wrong is returned, never thrown. */
export function transformPage(root: Root, file: ContentFile, context: LinkContext, lang: string): PageData {
  const { value: frontMatter, problems: found, lineOf } = readFrontMatter(file.source, file.shown);
  const words = wordsFor(frontMatter.lang ?? lang);
  const { headings, title } = nameSections(root, file, frontMatter.title);
  // Before the items, while the tree is small.
  shapeFields(wrapTables(root, title.title));
  const sections = anchorsOf(headings);
  const { items, clashes } = shapeItems(root, new Set(sections));
  const lineAt = (node: Node): number => file.linesBefore + (node.position?.start.line ?? 1);
  const problem = (severity: Problem['severity'], line: number, message: string): Problem => ({
    severity,
    file: file.shown,
    line,
    message,
  });

  const anchors = { sections, items: items.map(({ id }) => id) };
  const misplaced = checkFrontMatterAnchors(frontMatter, anchors, { file: file.shown, lineOf });
  const holds = (frontMatter.holds ?? []).map(({ after, ask }) => ({ after, roles: ask }));
  placeHolds(holds, headings, items, words);
  wrapContingencies(frontMatter.contingencies ?? [], headings, words);
  wrapSections(root);
  const { links, problems: broken } = rewriteLinks(root, context, {
    anchors: () => ownAnchors(root),
    title: title.anchor,
  });

  return {
    page: readOutline(root, { id: file.id, title: title.title }, items),
    links,
    ...(highlightCode(root) && { code: true }),
    problems: [
      ...found,
      ...misplaced,
      ...clashes.map(({ index, id }) => {
        const message = `Expected an id of letters, digits and dashes that nothing else on the page has, found \`^${id}\`.`;
        return problem('error', lineAt(items[index]?.node ?? root), message);
      }),
      ...items.flatMap(({ text, node }) => {
        const found = findFalsePin(text);
        return found === undefined ? [] : [problem('warning', lineAt(node), falsePin(found))];
      }),
      ...(file.isMdx ? findLooseNames(root, file.source) : []).map(({ node, message }) =>
        problem('error', lineAt(node), message),
      ),
      ...broken.map(({ severity, node, message }) => problem(severity, lineAt(node), message)),
      ...items.filter(({ text }) => text === '').map(({ node }) => problem('warning', lineAt(node), wordless)),
      ...findLookAlikes(file.source, file, new Set(items.map(({ node }) => lineAt(node))))
        .filter(({ isSilenced }) => !isSilenced)
        .map(({ line, message }) => problem('warning', line, message)),
    ],
  };
}
