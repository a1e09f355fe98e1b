/** An item's state. `skipped` is shown as "Not applicable". */
export const marks = ['done', 'skipped', 'todo', 'failed'] as const;
export type Mark = (typeof marks)[number];

export const isMark = (value: string): value is Mark => (marks as readonly string[]).includes(value);

/** One task of a task list. Its `id` is unique on the page and is also its anchor. */
export interface Item {
  id: string;
  text: string;
  /** Anchor of the nearest heading above; empty before the first heading. */
  section: string;
  /** Id of the item that this one stands beneath: that item is a group. */
  parent: string | undefined;
  /** Ordinal on the page of the list it stands in; items of one list share it. */
  list: number;
  /** True if that list is numbered: its items are done in order. */
  ordered: boolean;
  /** The author's number of the step, and of the last step of its list, whether or not that is a task; only in a numbered list. */
  number: number | undefined;
  lastNumber: number | undefined;
  /** The number of the step, itself no task, that the list stands in: `1. - [ ] text`. */
  outer?: number | undefined;
  /** The mark before anyone marks it: `[x]` in the source is done, `[~]` is skipped. */
  initial: Mark;
}

/** A heading and the content after it, up to the next heading of its level or above. */
export interface Section {
  anchor: string;
  title: string;
  depth: number;
  /** Anchor of the section around it; empty at the top. */
  parent: string;
}

export const fieldKinds = ['text', 'date', 'time', 'signature', 'choice', 'tick'] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** A blank of a table. `label` is "<row>, <column>"; `options` are the answers of a choice. */
export interface Field {
  id: string;
  label: string;
  kind: FieldKind;
  section: string;
  options: readonly string[];
}

/** A section that is only run when things go wrong, and the anchors (sections or items) whose ticks turn it on. */
export interface Contingency {
  section: string;
  triggers: readonly string[];
}

/** A point, after a section or an item, where each role says Go or No-go. */
export interface Hold {
  after: string;
  roles: readonly string[];
}

/** A value that the author declares once and the runner fills in once a run. `example` and `pattern` are empty where none is given. */
export interface Value {
  name: string;
  label: string;
  example: string;
  /** A regular expression; empty for the default one. */
  pattern: string;
}

/** The plan of a page, as its author wrote it: minutes by item and by section, and the roles of items, by id. */
export interface Plan {
  items: Readonly<Record<string, number>>;
  sections: Readonly<Record<string, number>>;
  roles: Readonly<Record<string, readonly string[]>>;
}

/** A runbook or guide as the run sees it: everything in the order of the document. */
export interface Page {
  /** Path without slashes at the ends: "runbooks/mvp-release". */
  id: string;
  title: string;
  sections: readonly Section[];
  items: readonly Item[];
  fields: readonly Field[];
  contingencies: readonly Contingency[];
  holds: readonly Hold[];
  /** The values that its texts may name, in order; not in a page that a browser has read from its HTML. */
  values?: readonly Value[];
  /** There only where its author planned something; not in a page that a browser has read from its HTML. */
  plan?: Plan;
}

/** Returns whether a page can be run: it has something to tick or to fill in. */
export const canRun = ({ items, fields }: Pick<Page, 'items' | 'fields'>): boolean => items.length + fields.length > 0;
