import type { View } from './view';

/** The run's position among its steps, with the author's numbers: "step 5 of 9". */
export interface StepNumber {
  n: number;
  total: number;
}

/** Returns the current step's number and that of its list's last step; nothing if no step is current [NU1]. */
export function currentNumber({ current }: Pick<View, 'current'>): StepNumber | undefined {
  const { number, lastNumber } = current ?? {};
  return number === undefined || lastNumber === undefined ? undefined : { n: number, total: lastNumber };
}
