import { describe, expect, it } from 'vitest';
import { isRoomFragment } from '~/client/bar/link-in-address';
import { mayHoldRun } from '~/client/page/may-hold-run';
import { findRunFragment, isRunFragment } from '~/client/text/run-fragment';

describe('the fragment of a link is known by its form, whatever tools did to its signs', () => {
  it.each(['#run=1P02k', '##run=1P02k', '#RUN=1P02k', '#run%3D1P02k', '#run%253D1P02k', '#run='])('%s', (fragment) => {
    expect(isRunFragment(fragment)).toBe(true);
    expect(findRunFragment(`See https://example.org/a/?run${fragment}`)).toBe(fragment);
    expect(mayHoldRun(`/a/?run${fragment}`)).toBe(true);
  });

  it.each(['', '#run', '#runbook', '#run-the-tests', '#run%20the%20tests', '#before#run=1P02k'])(
    '%j is an anchor, or nothing',
    (fragment) => expect(isRunFragment(fragment)).toBe(false),
  );
});

it.each(['/a/%23run=1P02k', '/a/%2523run%253D1P02k', '/a/?run%23run=1P02k'])(
  'the “#” of an address may have been escaped: %s',
  (address) => expect(mayHoldRun(address)).toBe(true),
);

it('a link of a room is one by its mode', () => {
  expect(isRoomFragment('#run=1L0Qk')).toBe(true);
  expect(isRoomFragment('#run=1P0Lk')).toBe(false);
});
