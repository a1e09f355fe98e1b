import { h, render } from 'preact';
import { openList, pagesSettled } from '~/stores/run-list';
import { loadWords } from '~/words/load';
import RunsUnderWay from './RunsUnderWay';

/** Draws the runs under way into the place that is kept for them. */
export async function startHome(host: HTMLElement): Promise<void> {
  const words = await loadWords();
  openList();
  await pagesSettled();
  render(h(RunsUnderWay, { words }), host);
}
