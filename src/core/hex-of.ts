/** A whole number from 0 up as lower-case hex digits, with zeros before it up to the given number of digits. */
export const hexOf = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');
