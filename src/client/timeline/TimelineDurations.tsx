import type { Stretch, Timeline } from '~/core/timeline/timeline';
import type { Words } from '~/words/en';
import { durationText } from '~/words/duration-text';
import { whenOf } from '~/client/text/when-text';
import { nowMinute } from '~/stores/clock';

interface Props {
  timeline: Timeline;
  /** The last run of the same page before this one, if there was one. */
  before: Timeline | undefined;
  /** The planned minutes of each section, and of the whole (''); undefined where the author planned none. */
  planned: ReadonlyMap<string, number> | undefined;
  words: Words;
}

/** The duration of each section, beside that of the last run of the same page. A contingency is listed once it was on. */
export default function TimelineDurations({ timeline, before, planned, words: { timeline: words, mark } }: Props) {
  const took = (length: number, span: Stretch['span']) => (span === undefined ? '–' : durationText(length, words));
  const plan = (section: string) => {
    const minutes = planned?.get(section) ?? 0;
    return minutes === 0 ? '–' : durationText(minutes, words);
  };
  const shown = timeline.stretches.filter(({ isContingency, span }) => !isContingency || span !== undefined);
  const started = before?.span && whenOf(before.span.first, nowMinute());
  return (
    <div class="table">
      <table class="durations">
        <caption>{words.durations}</caption>
        <thead>
          <tr>
            <th scope="col">{words.section}</th>
            {planned && <th scope="col">{words.planned}</th>}
            <th scope="col">{words.thisRun}</th>
            {before && (
              <th scope="col">
                {words.lastRun} <small>{started}</small>
              </th>
            )}
            <th scope="col">{words.progress}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ section, title, duration, span, progress }) => {
            const earlier = before?.stretches.find((one) => one.section === section);
            return (
              <tr key={section}>
                <th scope="row">{title}</th>
                {planned && <td>{section === '' ? '–' : plan(section)}</td>}
                <td>{took(duration, span)}</td>
                {before && <td>{took(earlier?.duration ?? 0, earlier?.span)}</td>}
                <td>{progress.total === 0 ? mark.skipped : `${progress.done}/${progress.total}`}</td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.whole}</th>
            {planned && <td>{plan('')}</td>}
            <td>{took(timeline.duration, timeline.span)}</td>
            {before && <td>{took(before.duration, before.span)}</td>}
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
