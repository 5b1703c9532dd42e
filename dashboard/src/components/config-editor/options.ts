// What only one program knows: a control for each of its options, by its type.
import type { TemplateResult } from 'lit';
import type { Schemas } from '../../api/client';
import type { App } from '../../app';
import { selectField, textField } from '../field';

type Option = Schemas['Option'];
type Values = Record<string, unknown>;

export function optionFields(app: App, options: Record<string, Option>, values: Values, faults: Record<string, string>, change: (values: Values) => void): TemplateResult[] {
  const words = app.text.editor;
  return Object.entries(options).map(([name, option]) => {
    const id = `option-${name}`;
    const unit = option.unit ? `(${app.say({ text: option.unit, ...option.unitWording })})` : '';
    const hint = [app.say({ text: option.about, ...option.aboutWording }), unit].filter(Boolean).join(' ');
    const common = { id, label: name, hint, fault: faults[`options.${name}`] };
    const set = (value: unknown) => {
      const { [name]: _before, ...rest } = values;
      change(value === undefined ? rest : { ...rest, [name]: value });
    };
    const standard = option.default === null || option.default === undefined ? words.asProgram : `${words.asProgram} (${shown(app, option.default)})`;
    const choices: unknown[] = option.type === 'choice' ? (option.choices ?? []) : option.type === 'boolean' ? [true, false] : [];
    if (choices.length) {
      return selectField({
        ...common,
        value: name in values ? JSON.stringify(values[name]) : '',
        choices: [['', standard], ...choices.map((each): [string, string] => [JSON.stringify(each), shown(app, each)])],
        chosen: (value) => set(value === '' ? undefined : JSON.parse(value)),
      });
    }
    const isNumber = option.type === 'integer' || option.type === 'number';
    return textField({
      ...common,
      type: isNumber ? 'number' : 'text',
      value: name in values ? String(values[name]) : '',
      placeholder: standard,
      least: isNumber ? option.least : undefined,
      most: isNumber ? (option.most ?? undefined) : undefined,
      step: 'any',
      typed: (value) => set(value === '' ? undefined : isNumber ? Number(value) : value),
    });
  });
}

function shown(app: App, value: unknown): string {
  if (typeof value === 'boolean') return value ? app.text.editor.on : app.text.editor.off;
  return String(value);
}
