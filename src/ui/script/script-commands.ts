// The script as commands: a step more, with whoever is selected, without a way through the panel.
import type { Command } from '../../app/stores/command-registry.ts';
import type { Studio } from '../../app/stores/studio.ts';
import { defaultScript } from '../../model/script.ts';
import { addStep, firstField, newStep, scriptEdit, STEP_KINDS } from './script-steps.ts';

/** One command for each kind of step; the first makes the default script the experiment's own. */
export function scriptCommands({ document, view, catalog }: Studio): readonly Command[] {
  return STEP_KINDS.map(
    ({ op, title }): Command => ({
      id: `script.add-${op}`,
      group: 'Edit',
      edits: true,
      title: `Add step: ${title}`,
      run() {
        const { experiment } = document.getState();
        const script = experiment.script ?? defaultScript(experiment, catalog);
        const step = newStep(op, [...view.getState().selection.guids]);
        const added = addStep(script, step);
        if (!document.getState().apply(scriptEdit(`add step: ${title}`, added.script))) return;
        view.getState().showBottom('script');
        const field = firstField(step);
        view.getState().set({ wantedField: `script.${added.at}${field ? `.${field}` : ''}` });
      },
    }),
  );
}
