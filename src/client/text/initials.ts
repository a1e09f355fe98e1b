/** A name as a stamp shows it: initials of a long one, at most three letters. */
export const initialsOf = (name: string): string =>
  name.length < 4 ? name : name.replace(/(\p{L})\p{L}*[\s.-]*/gu, '$1').slice(0, 3);
