import type { Hold, Item } from '~/core/page/page';
import { contingencySteps, type Structure } from '~/core/page/structure';
import { placeHolds } from '~/core/page/hold-places';
import type { Alarm } from './contingency';
import { findEnd } from './ending';
import { answersOf, judgeHold, type RoleAnswer } from './holds';
import type { ShownMark } from './marks';
import type { State } from './run';

/** The statuses of a run, in the order in which people ask for them; each is the `data-status` of the run bar. */
export const statuses = [
  'todo',
  'running',
  'waiting',
  'no-go',
  'rollback',
  'rolled-back',
  'complete',
  'ended',
] as const;

/**
 * A run's status [ST1]. `answers`: for a hold that waits, those still to come; for a No-go, those that said No-go. `section`: the
 * contingency that is on. `failed`: number of failed items of the run.
 */
export type Status =
  | { kind: 'todo' | 'running' | 'ended' }
  | { kind: 'waiting' | 'no-go'; hold: Hold; answers: readonly RoleAnswer[] }
  | { kind: 'rollback' | 'rolled-back'; section: string }
  | { kind: 'complete'; failed: number };

/** The facts that the status is derived from. */
export interface Situation {
  structure: Structure;
  state: State;
  marks: ReadonlyMap<string, ShownMark>;
  alarms: readonly Alarm[];
}

/** The next thing to do [ST2]: an item, a decision at a hold, or ending the run. */
export type Next = { kind: 'item'; item: Item } | { kind: 'hold'; hold: Hold } | { kind: 'end' };

const isTodo = ({ marks }: Situation, { id }: Item): boolean => marks.get(id) === 'todo';

const stepsOf = ({ structure }: Situation, alarm: Alarm): Item[] => contingencySteps(structure, alarm.section);

/** The contingency that the run is in [ST3]: of those that are on, the first with an open step, else the first. */
export const alarmUnderWay = (situation: Situation): Alarm | undefined =>
  situation.alarms.find((alarm) => stepsOf(situation, alarm).some((step) => isTodo(situation, step))) ??
  situation.alarms[0];

/** The leaves that the run is about now [ST3]: the steps of the contingency that it is in, else all that counts. */
export function leavesUnderWay(situation: Situation): readonly Item[] {
  const alarm = alarmUnderWay(situation);
  return alarm ? stepsOf(situation, alarm) : situation.structure.counted;
}

/** The hold that the run stands at: one with a No-go, wherever it is, else the first that is not Go with nothing open before it [HD2]. */
function findHold(situation: Situation): Extract<Status, { kind: 'waiting' | 'no-go' }> | undefined {
  const { structure, state } = situation;
  const contingency = alarmUnderWay(situation)?.section;
  const places = placeHolds(structure).filter((place) => place.contingency === contingency);
  const refused = places.find(({ hold }) => judgeHold(state, hold) === 'no-go');
  const reached = places.find(
    ({ hold, before }) => judgeHold(state, hold) === 'waiting' && !before.some((item) => isTodo(situation, item)),
  );
  const place = refused ?? reached;
  if (place === undefined) return undefined;
  const kind = refused ? 'no-go' : 'waiting';
  const answers = answersOf(state, place.hold).filter(({ answer }) => answer === (refused ? 'no-go' : ''));
  return { kind, hold: place.hold, answers };
}

/** Finds the one status of a run; `hasBegun` is true if the run has an entry [ST1]. */
export function findStatus(situation: Situation, hasBegun: boolean): Status {
  const { structure, state, marks } = situation;
  if (!hasBegun) return { kind: 'todo' };
  if (findEnd(state)) return { kind: 'ended' };
  const alarm = alarmUnderWay(situation);
  const hold = findHold(situation);
  if (hold) return hold;
  const leaves = leavesUnderWay(situation);
  const isThrough = leaves.length > 0 && !leaves.some((item) => isTodo(situation, item));
  if (alarm) return { kind: isThrough ? 'rolled-back' : 'rollback', section: alarm.section };
  if (!isThrough) return { kind: 'running' };
  return { kind: 'complete', failed: structure.counted.filter(({ id }) => marks.get(id) === 'failed').length };
}

/** Finds the next thing to do in a status [ST2]; nothing once the run has ended. */
export function findNext(situation: Situation, status: Status): Next | undefined {
  if (status.kind === 'ended') return undefined;
  const hold = status.kind === 'todo' ? findHold(situation)?.hold : 'hold' in status ? status.hold : undefined;
  if (hold) return { kind: 'hold', hold };
  const item = leavesUnderWay(situation).find((leaf) => isTodo(situation, leaf));
  if (item) return { kind: 'item', item };
  // A page that nobody has begun, and one with nothing to tick, has nothing to end yet.
  return status.kind === 'todo' || status.kind === 'running' ? undefined : { kind: 'end' };
}
