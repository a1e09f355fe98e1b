const plain = '0123456789+-−=()';
const signs = { sup: '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾', sub: '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎' };

/**
 * Writes a number that HTML raises or lowers (`10<sup>5</sup>`) in the signs for it (`10⁵`): as a bare text it would be another number.
 * `undefined` for anything but a number.
 */
export function raiseNumber(text: string, element: keyof typeof signs): string | undefined {
  const found = Array.from(text, (sign) => signs[element][plain.indexOf(sign)] ?? '');
  return found.length > 0 && !found.includes('') ? found.join('') : undefined;
}
