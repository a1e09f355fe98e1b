import { deleteAside, takeAsideBack } from '~/stores/run-list';
import type { AsideValue } from '~/stores/aside-values';
import { announce } from '~/client/acts/announce';
import type { Words } from '~/words/en';
import { say } from '~/words/say';
import { bytesText } from '~/client/text/bytes-text';
import { download } from '~/client/desk/download';
import { focusUndo } from './focus-undo';
import { titleOfPage } from './listed-run';
import { fullTimeOf } from '~/client/text/when-text';

interface Props {
  values: readonly AsideValue[];
  words: Words;
}

/** The stored texts that could not be read and were set aside, for their owner to download or delete. */
export default function RunsAside({ values, words }: Props) {
  const { aside: said } = words.runs;
  if (values.length === 0) return null;
  return (
    <section aria-labelledby="aside-title">
      <h2 id="aside-title">{said.title}</h2>
      <p class="soft">{said.what}</p>
      <ul class="asides">
        {values.map((value) => {
          const name = say(said.of, { page: titleOfPage(value.page, undefined), when: fullTimeOf(value.at) });
          return (
            <li key={value.key}>
              <span>
                {name} <small>{bytesText(value.text.length)}</small> {said.why[value.why]}
              </span>
              <span class="choices">
                {value.run && (
                  <button
                    type="button"
                    class="button"
                    aria-label={say(said.takeBackOf, { value: name })}
                    onClick={() => {
                      takeAsideBack(value);
                      announce(said.takenBack);
                      focusUndo();
                    }}
                  >
                    {said.takeBack}
                  </button>
                )}
                <button
                  type="button"
                  class="button"
                  aria-label={say(said.downloadOf, { value: name })}
                  onClick={() => download(`set-aside-${value.at}.txt`, 'text/plain', value.text)}
                >
                  {said.download}
                </button>
                <button
                  type="button"
                  class="button"
                  aria-label={say(said.deleteOf, { value: name })}
                  onClick={() => {
                    deleteAside(value);
                    announce(said.deleted);
                    focusUndo();
                  }}
                >
                  {said.delete}
                </button>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
