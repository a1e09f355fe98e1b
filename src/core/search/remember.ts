/** Remembers answers by their question; one that failed is asked for again. */
export function remember<Answer>(ask: (question: string) => Promise<Answer>): (question: string) => Promise<Answer> {
  const answers = new Map<string, Promise<Answer>>();
  return (question) => {
    const known = answers.get(question);
    if (known) return known;
    const answer = ask(question);
    answers.set(question, answer);
    answer.catch(() => answers.delete(question));
    return answer;
  };
}
