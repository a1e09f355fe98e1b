import fc from 'fast-check';

/** Asserts that `check` holds for all generated values; what `check` returns is ignored. */
export function forAll<Values extends [unknown, ...unknown[]]>(
  arbitraries: { [K in keyof Values]: fc.Arbitrary<Values[K]> },
  check: (...values: Values) => unknown,
): void {
  fc.assert(fc.property(fc.tuple<Values>(...arbitraries), (values) => void check(...values)));
}
