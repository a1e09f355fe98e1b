import type { Root } from 'hast';
import type { Page } from '~/core/page/page';
import { wordsFor } from '~/words/words-for';
import { shapeAlerts } from './alerts';
import { checkFrontMatterAnchors, dropDoubleAnchors, ownAnchors } from './anchors';
import type { ContentFile } from './content-file';
import { disableLooseBoxes } from './loose-boxes';
import { shapeCode } from './code-blocks';
import { needsReadingStyles } from './reading-styles';
import { wrapContingencies } from './contingencies';
import { shapeFields } from './fields';
import { wordFootnotes } from './footnotes';
import { setDirections } from './direction';
import { replaceEmojiCodes, showEmoji } from './emoji';
import { readFrontMatter } from './front-matter';
import { anchorHeadings, type Heading, takeTitle } from './headings';
import { nameHeldHeadings } from './hold-anchors';
import { placeHolds } from './holds';
import { shapeItems } from './items';
import type { LinkContext } from './link-target';
import { type PageLink, rewriteLinks } from './links';
import { titleFromPath } from './page-path';
import { judgePage } from './judge-page';
import type { Problem } from './problem';
import { writeRaisedNumbers } from './raised-numbers';
import { readHtmlOfMdx } from './html-of-mdx';
import { readRawHtml } from './raw-html';
import { readOutline } from './outline';
import { checkWindow, markRoles, planContingencies, readPlan, showHeadingTimes } from './plans';
import { wrapSections } from './sections';
import { wrapTables } from './tables';
import { shapeTabs } from './tabs';
import type { PageValues } from './value-scope';
import { buildBox, hideValuesInCode, markAddresses, markValues, readValuesOfMdx } from './values';
import { hasClass, isElement, type Node, textOf } from './tree';

/** The build's data about a page, and its problems. */
export interface PageData {
  page: Page;
  links: PageLink[];
  /** Paths of its images, where there are any, from the page's folder: Astro is to resolve them. */
  images?: string[];
  /** There only where the page has blocks of code. */
  code?: true;
  /** There only where the page holds something else that has styles of its own (reading-styles.ts). */
  readingStyles?: true;
  problems: Problem[];
}

/** The anchors of a page: those that links may go to, and the one of the heading that became the title. */
export interface Anchors {
  anchors: string[];
  title: string | undefined;
}

/** Takes the first steps: finds the headings, and the one among them that is the title. */
function nameSections(root: Root, file: ContentFile, given: string | undefined) {
  shapeTabs(root);
  if (file.isMdx) {
    readValuesOfMdx(root);
    readHtmlOfMdx(root);
  } else readRawHtml(root);
  writeRaisedNumbers(root);
  const headings = anchorHeadings(root);
  return { headings, title: takeTitle(root, headings, given, titleFromPath(file.shown)) };
}

/** Tells whether a node stands in the source: the build's remark on a link that leads nowhere does not. */
const isSaidByAuthor = (node: Node): boolean => !(isElement(node) && hasClass(node, 'nowhere'));

const anchorsOf = (headings: readonly Heading[]): string[] => headings.map(({ anchor }) => anchor);

/** The anchors of a page that others link to. Changes the tree. */
export function readAnchors(root: Root, file: ContentFile): Anchors {
  const { value: frontMatter } = readFrontMatter(file.source, file.shown);
  const { headings, title } = nameSections(root, file, frontMatter.title);
  shapeItems(root, new Set(anchorsOf(headings)), frontMatter.roles);
  return { anchors: ownAnchors(root), title: title.anchor };
}

/** The context of a page's links, with the language that it is written in. */
export interface PageContext extends LinkContext {
  lang: string;
  /** True where the author named the language; else each text runs in its own direction. */
  isLangGiven: boolean;
  values: PageValues;
}

/** Turns the parser's tree into a page that can be run. Changes the tree; problems are returned, never thrown. */
export function transformPage(root: Root, file: ContentFile, context: PageContext): PageData {
  const { value: frontMatter, problems: found, lineOf } = readFrontMatter(file.source, file.shown);
  const words = wordsFor(frontMatter.lang ?? context.lang);
  const { headings, title } = nameSections(root, file, frontMatter.title);
  shapeAlerts(root, words.content);
  wordFootnotes(root, words.content);
  // Before the items, while the tree is small.
  shapeFields(wrapTables(root, title.title));
  const sections = anchorsOf(headings);
  const { items, clashes } = shapeItems(root, new Set(sections), frontMatter.roles);
  const anchors = { sections, items: items.map(({ id }) => id) };
  // Before the interface's own ids come in.
  dropDoubleAnchors(root, [...sections, ...anchors.items]);
  const misplaced = checkFrontMatterAnchors(frontMatter, anchors, { file: file.shown, lineOf });
  const { holds, contingencies } = nameHeldHeadings(frontMatter, headings);
  const answered = holds.map(({ after, ask }) => ({ after, roles: ask }));
  placeHolds(answered, headings, items, words);
  wrapContingencies(contingencies, headings, words);
  const values = new Map(context.values.known.map((value) => [value.name, value]));
  const showValuesInCode = hideValuesInCode(root, values);
  const code = shapeCode(root);
  showValuesInCode();
  markAddresses(root, values);
  const own = { anchors: () => ownAnchors(root), title: title.anchor };
  const { links, images, broken, changed } = rewriteLinks(root, context, own, words);
  const boxes = disableLooseBoxes(root);
  replaceEmojiCodes(root);
  if (frontMatter.lang === undefined && !context.isLangGiven) setDirections(root);
  planContingencies(contingencies, headings);
  const plan = readPlan(headings, items);
  showHeadingTimes(root);
  markValues(root, values);
  wrapSections(root);
  const { asked } = context.values;
  if (asked.length > 0) root.children.unshift(buildBox(asked, words));

  // Without the build's remarks on links; with emoji in the place of their codes, except in code.
  const shown = items.map((item) => ({ ...item, text: textOf(...item.inline.filter(isSaidByAuthor)) }));
  const outline = readOutline(root, { id: file.id, title: showEmoji(title.title) }, shown);
  const page = { ...outline, ...(values.size > 0 && { values: context.values.known }), ...(plan && { plan }) };
  if (plan) markRoles(page, plan, items);
  return {
    page,
    links,
    ...(images.length > 0 && { images }),
    ...(code && { code: true }),
    ...(needsReadingStyles(root) && { readingStyles: true }),
    problems: [
      ...found,
      ...misplaced,
      ...checkWindow(frontMatter, page, { file: file.shown, lineOf }),
      ...judgePage(file, { page, items, clashes, broken, changed, boxes }),
    ],
  };
}
