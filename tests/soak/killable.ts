import { startKillable } from '../e2e/killed-browser';

/** A browser with a profile of its own that is there after it was killed, and one page in it. */
export interface Killable {
  goto: (address: string) => Promise<void>;
  /** Resolves with the value of an expression, once a promise that it gives has settled. */
  evaluate: (expression: string) => Promise<unknown>;
  /** Ends all its processes at once, as a crash or a loss of power does: nothing is written any more. */
  kill: () => Promise<void>;
}

/** Starts a Chromium over a profile. */
export async function startChromium(profile: string): Promise<Killable> {
  const { page, kill } = await startKillable(profile);
  return {
    goto: async (address) => void (await page.goto(address)),
    evaluate: (expression) => page.evaluate(expression),
    kill,
  };
}
