import { sayIfLate } from './tell-missing';

/** Waits for something that was asked for; answers undefined where the reader presses Escape first. */
export async function unlessEscaped<Loaded>(loading: Promise<Loaded>): Promise<Loaded | undefined> {
  const over = new AbortController();
  const escaped = new Promise<undefined>((give) => {
    const hear = ({ key }: KeyboardEvent) => key === 'Escape' && give(undefined);
    addEventListener('keydown', hear, over);
  });
  return sayIfLate(Promise.race([loading, escaped])).finally(() => over.abort());
}
