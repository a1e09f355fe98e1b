/** Wraps a function so that it computes its answer once for each object, and remembers it for the object's lifetime. */
export function onceEach<Asked extends object, Answer>(answer: (asked: Asked) => Answer): (asked: Asked) => Answer {
  const known = new WeakMap<Asked, { answer: Answer }>();
  return (asked) => {
    const found = known.get(asked);
    if (found) return found.answer;
    const first = answer(asked);
    known.set(asked, { answer: first });
    return first;
  };
}
