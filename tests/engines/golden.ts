import { readEnvelope, decodeSnapshot } from '~/core/snapshot/decode';
import { encodeSnapshot } from '~/core/snapshot/encode';
import type { Mode } from '~/core/snapshot/seal';
import type { SnapshotPage } from '~/core/snapshot/snapshot-page';

/* A script for the page: what the engine makes of the links that were sent once. */

interface Golden {
  text: string;
  mode: Mode;
  page: SnapshotPage;
  run: unknown;
}

/** A run as a text, whatever the order of its parts' names. */
const spell = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** Reads each link and writes it again; returns those that did not come out as they were. */
const check = (golden: readonly Golden[]): string[] =>
  golden.flatMap(({ text, mode, page, run }) => {
    const opened = readEnvelope(text);
    const read = opened.ok ? decodeSnapshot(opened.value, page) : opened;
    const written = read.ok ? encodeSnapshot(read.value, page, { mode }) : undefined;
    const isSame = read.ok && spell(read.value) === spell(run) && written?.ok && written.value === text;
    return isSame ? [] : [text.slice(0, 40)];
  });

Object.assign(globalThis, { checkGolden: check });
