/** One line of the bench's table. */
export interface Figure {
  what: string;
  measured: number;
  /** The budget; none where a figure is only to be known. */
  most?: number;
  /** Other figures that were measured beside it, in words. */
  beside?: string;
}

/** Numbers are shown with two decimals where they are small. */
export const showNumber = (value: number): string =>
  value < 10 ? String(Number(value.toFixed(2))) : Math.round(value).toLocaleString('en');

/** True where a figure is over its budget, and where it is no number. */
export const isOver = ({ measured, most }: Figure): boolean => most !== undefined && !(measured <= most);
