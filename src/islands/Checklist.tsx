import type { ComponentChildren } from 'preact';
import { runChecklist } from './checklist';

interface Props {
  page: string;
  title: string;
  children: ComponentChildren;
}

/** The one island around a page's prose: the static checklist in its slot comes alive by delegation. */
export default function Checklist({ page, title, children }: Props) {
  const start = (root: HTMLDivElement | null) => {
    if (root) runChecklist(root, { id: page, title });
  };
  return <div ref={start}>{children}</div>;
}
