import type { Element } from 'hast';
import type { FieldKind } from '~/core/checklist/page';
import type { Words } from '~/words/en';
import type { Blank } from './cells';
import { h } from './tree';

export interface FieldModel {
  id: string;
  /** "<row>, <column>" */
  label: string;
  kind: FieldKind;
  blank: Blank;
}

const inputTypes: Record<FieldKind, string> = {
  text: 'text',
  signature: 'text',
  date: 'date',
  time: 'time',
  tick: 'checkbox',
  choice: 'radio',
};

const buildChoice = ({ id, label, kind }: FieldModel, options: readonly string[]): Element => {
  const answers = options.map((option) =>
    h('label', {}, [
      h('input', { type: 'radio', name: id, value: option, ariaLabel: `${label}: ${option}` }),
      ` ${option}`,
    ]),
  );
  const properties = {
    className: ['field', 'choice'],
    role: 'radiogroup',
    dataField: id,
    dataKind: kind,
    ariaLabel: label,
  };
  return h('span', properties, answers);
};

/** What fills a field's cell: the input, and the button that fills it in at once where there is one. */
export function buildField(field: FieldModel, words: Words): Element[] {
  const { id, label, kind, blank } = field;
  if (blank.form === 'choice') return [buildChoice(field, blank.options)];
  const input = h('input', {
    type: inputTypes[kind],
    className: ['field'],
    dataField: id,
    dataKind: kind,
    ariaLabel: label,
    placeholder: blank.form === 'placeholder' && (kind === 'text' || kind === 'signature') ? blank.label : undefined,
    autoComplete: ['off'],
  });
  const button = (name: string, word: string) =>
    h('button', { type: 'button', className: [name], dataFor: id, ariaLabel: `${word}: ${label}` }, [word]);
  if (kind === 'time') return [input, button('now', words.field.now)];
  if (kind === 'signature') return [input, button('sign', words.field.sign)];
  return [input];
}
