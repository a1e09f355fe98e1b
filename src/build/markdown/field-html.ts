import type { Element } from 'hast';
import type { FieldKind } from '~/core/page/page';
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
    className: ['choice'],
    role: 'radiogroup',
    dataField: id,
    dataKind: kind,
    ariaLabel: label,
  };
  return h('span', properties, answers);
};

/** Builds the content of a field's cell. The page's script adds "Now" and "Sign". */
export function buildField(field: FieldModel): Element {
  const { id, label, kind, blank } = field;
  if (blank.form === 'choice') return buildChoice(field, blank.options);
  return h('input', {
    type: inputTypes[kind],
    dataField: id,
    dataKind: kind === 'text' ? undefined : kind,
    ariaLabel: label,
    placeholder: blank.form === 'placeholder' && (kind === 'text' || kind === 'signature') ? blank.label : undefined,
    autoComplete: ['off'],
  });
}
