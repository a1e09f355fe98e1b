import type { Fact } from './body';
import { caps } from '~/core/run/caps';
import { createNumberModel, sizeOf, type Coder } from './coder';
import { createModel } from './model';
import { Refused, within } from './refusal';

export type Stamp = Omit<Fact, 'value'>;

/** Steps in time are learned by the size of the step before, up to this one. */
const largestStep = 5;

/** Codes the time and the author, each relative to the one before: most ticks follow soon, by the same person. */
export function createStampCoder(coder: Coder, start: number, people: readonly string[]) {
  const steps = createNumberModel(largestStep + 1);
  const backward = createModel(2, 30);
  const turns = createModel(2, 30);
  const others = createNumberModel();
  const sequence = createNumberModel();
  const recent = [...people];
  let at = start;
  let step = 0;
  let wasBackward = 0;
  let wasTurn = 0;

  const codeTime = (to: number | undefined) => {
    const change = to === undefined ? undefined : to - at;
    const distance = change === undefined ? undefined : Math.abs(change);
    step = coder.number(steps, Math.min(sizeOf(step), largestStep), distance, caps.minute);
    if (step > 0) wasBackward = coder.bit(backward, wasBackward, change === undefined || change > 0 ? 0 : 1);
    return (at = within(step > 0 && wasBackward ? at - step : at + step, caps.minute));
  };

  const codePerson = (by: string | undefined) => {
    const index = by === undefined ? undefined : recent.indexOf(by);
    if (recent.length > 1) wasTurn = coder.bit(turns, wasTurn, index ? 1 : 0);
    const place = wasTurn ? 1 + coder.number(others, 0, index && index - 1, recent.length - 2) : 0;
    const [person] = recent.splice(place, 1);
    if (person === undefined) throw new Refused({ kind: 'corrupt' });
    recent.unshift(person);
    return person;
  };

  return (stamp: Stamp | undefined): Stamp => ({
    at: codeTime(stamp?.at),
    by: codePerson(stamp?.by),
    seq: coder.number(sequence, 0, stamp?.seq, caps.minute),
  });
}
