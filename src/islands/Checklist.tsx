import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { runChecklist, type ChecklistWords } from './checklist';

interface Props {
  page: string;
  title: string;
  words: ChecklistWords;
  children: ComponentChildren;
}

/** The one island around a page's prose: the static checklist in its slot comes alive by delegation. */
export default function Checklist({ page, title, words, children }: Props) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => (root.current ? runChecklist(root.current, { id: page, title }, words) : undefined), []);
  return <div ref={root}>{children}</div>;
}
