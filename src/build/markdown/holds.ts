import type { Element } from 'hast';
import { holdId } from '~/core/page/hold-places';
import type { Hold } from '~/core/page/page';
import type { Words } from '~/words/en';
import type { Heading } from './headings';
import { sectionRange } from './sections';
import { childrenOf, h, hasClass, isElement } from './tree';

/** A hold as it is read and printed; the page's script adds the buttons. */
function buildHold({ after, roles }: Hold, title: string, { hold }: Words): Element {
  const answers = roles.map((role) =>
    h('li', { dataRole: role }, [h('span', { className: ['role'] }, [role]), h('span', { className: ['answer'] })]),
  );
  return h(
    'section',
    { className: ['hold'], id: holdId(after), dataHold: after, ariaLabel: `${hold.title}: ${title}` },
    [h('p', { className: ['hold-title'] }, [hold.title, h('small', {}, [title])]), h('ul', {}, answers)],
  );
}

function detailOf(item: Element): Element {
  const last = item.children.at(-1);
  if (isElement(last) && hasClass(last, 'detail')) return last;
  const detail = h('div', { className: ['detail'] });
  item.children.push(detail);
  return detail;
}

/** Puts each hold where its section or its item ends. Anchors are known to exist. */
export function placeHolds(
  holds: readonly Hold[],
  headings: readonly Heading[],
  items: readonly { id: string; node: Element; text: string }[],
  words: Words,
): void {
  const depthOf = (hold: Hold) => headings.find(({ anchor }) => anchor === hold.after)?.depth ?? 0;
  // The inner one's hold comes first where two sections end at the same place.
  for (const hold of holds.toSorted((a, b) => depthOf(b) - depthOf(a))) {
    const heading = headings.find(({ anchor }) => anchor === hold.after);
    const item = items.find(({ id }) => id === hold.after);
    if (heading) {
      const { siblings, end } = sectionRange(heading);
      siblings.splice(end, 0, buildHold(hold, heading.title, words));
    } else if (item) childrenOf(detailOf(item.node)).push(buildHold(hold, item.text, words));
  }
}
