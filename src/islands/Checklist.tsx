import type { ComponentChildren } from 'preact';
import { runChecklist } from './checklist';

interface Props {
  page: string;
  title: string;
  children: ComponentChildren;
}

/** The one island around a page's prose: the static checklist in its slot comes alive by delegation. */
export default function Checklist({ page, title, children }: Props) {
  return <div ref={(root) => root && runChecklist(root, { id: page, title })}>{children}</div>;
}
