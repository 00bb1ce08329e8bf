import type { Paste } from '../../edit/clipboard.ts';
import { printNames } from '../../model/condition.ts';

/** What a paste did that can't be seen on the canvas, in sentences: what happened, and what to do about it. */
export function pasteNotes({ types, stepsLeft }: Pick<Paste, 'types' | 'stepsLeft'>): readonly string[] {
  const notes: string[] = [];
  const renamed = [...types.names];
  if (renamed.length > 0) {
    const [olds, news] = [renamed.map(([name]) => `'${name}'`), renamed.map(([, name]) => `'${name}'`)];
    notes.push(
      renamed.length === 1
        ? `The type ${olds[0]} is defined differently in this experiment, so the pasted resources have the type ${news[0]}. To use this experiment's ${olds[0]}, change their type in the inspector.`
        : `The types ${printNames(olds)} are defined differently in this experiment, so the pasted resources have the types ${printNames(news)}. To use this experiment's own, change their types in the inspector.`,
    );
  }
  if (types.redefined.length > 0) {
    const names = printNames(types.redefined.map((name) => `'${name}'`));
    const isOne = types.redefined.length === 1;
    notes.push(
      `This experiment redefines ${names}, so the pasted resources follow its ${isOne ? 'definition' : 'definitions'}. To keep what they did, rename the ${isOne ? 'type' : 'types'} in this experiment and paste again.`,
    );
  }
  if (stepsLeft > 0) {
    notes.push(
      `${stepsLeft === 1 ? 'A script step' : `${stepsLeft} script steps`} that named the cut resources ${stepsLeft === 1 ? 'was' : 'were'} not pasted: the script of this experiment is another one. Add the pasted resources to its steps in the Script panel.`,
    );
  }
  return notes;
}
