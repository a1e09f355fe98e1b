import type { ComponentChildren } from 'preact';
import type { Run } from '~/core/run/run';
import { addressOfPage } from '~/stores/site-addresses';
import { showRun } from '~/stores/pointer';

interface Props {
  run: Run;
  /** The anchor of the place on its page; the page itself where there is none. */
  anchor?: string;
  class?: string;
  dir?: 'auto';
  children: ComponentChildren;
}

/** A link to the page of a run: opened in this tab or in another one, the page shows that run. */
export default function RunLink({ run, anchor, children, ...rest }: Props) {
  const show = () => showRun(run.page, run.id);
  const place = anchor === undefined ? '' : `#${anchor}`;
  return (
    <a href={addressOfPage(run.page) + place} onClick={show} onAuxClick={show} {...rest}>
      {children}
    </a>
  );
}
