import { stepAround } from '~/core/run/current';
import { noteFrom } from '~/stores/from';
import { $own, $view } from '~/stores/run';
import { $looking } from '~/stores/visitor';
import { siteBase } from '~/client/page/site-base';

/** Notes from which run and step a link leads to a guide, whichever way it is opened: the guide then says so, and shows its values. */
export function noteGuides(): void {
  const note = ({ target }: Event) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null;
    if (link?.origin !== location.origin || !link.pathname.startsWith(`${siteBase}guides/`)) return;
    const { structure } = $view.get();
    const item = structure.items.get(link.closest<HTMLElement>('[data-item]')?.id ?? '');
    const step = stepAround(structure, item) ?? item;
    noteFrom({
      page: structure.page.id,
      run: $looking.get() ? undefined : ($own.get()?.id ?? ''),
      title: structure.page.title,
      step: step && { id: step.id, text: step.text, number: step.number, of: step.lastNumber },
    });
  };
  document.addEventListener('click', note, true);
  document.addEventListener('auxclick', note, true);
}
