import { stepAround } from '~/core/run/current';
import { type From, noteFrom, readFrom } from '~/stores/from';
import { $own, $view } from '~/stores/run';
import { $looking } from '~/stores/visitor';
import { carryFrom } from './carry-from';

/** Where one comes from by a link of the shown page. */
function fromHere(link: HTMLAnchorElement): From {
  const { structure } = $view.get();
  const item = structure.items.get(link.closest<HTMLElement>('[data-item]')?.id ?? '');
  const step = stepAround(structure, item) ?? item;
  return {
    page: structure.page.id,
    run: $looking.get() ? undefined : ($own.get()?.id ?? ''),
    title: structure.page.title,
    step: step && { id: step.id, text: step.text, number: step.number, of: step.lastNumber },
  };
}

/**
 * Notes from which run and step a link leads to a guide, whichever way it is opened: the guide then says so, and shows its values. A guide
 * that has tasks of its own keeps where its reader came from.
 */
export function noteGuides(): void {
  const isGuide = document.getElementById('ui:for-run') !== null;
  carryFrom((link) => {
    const from = (isGuide ? readFrom() : undefined) ?? fromHere(link);
    noteFrom(from);
    return from;
  });
}
