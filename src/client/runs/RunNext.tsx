import type { Run } from '~/core/run/run';
import type { View } from '~/core/run/view';
import { nextText } from '~/client/text/next-text';
import type { Words } from '~/words/en';
import RunLink from './RunLink';

interface Props {
  run: Run;
  view: View;
  words: Words;
}

/** The next step of a run, with the way there; nothing where the run is through or has ended. */
export default function RunNext({ run, view, words }: Props) {
  const next = nextText(view, words.hold);
  if (next === undefined) return null;
  return (
    <span class="next">
      {words.bar.next}:{' '}
      <RunLink run={run} anchor={next.anchor} dir="auto">
        {next.text}
      </RunLink>
    </span>
  );
}
