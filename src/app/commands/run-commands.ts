import type { Command } from '../stores/command-registry.ts';
import { areCompared } from '../../forks/kept-runs.ts';
import { onlyOf, type RunControl } from '../runs/run-control.ts';
import type { Studio } from '../stores/studio.ts';
import type { TimelineShown } from '../stores/view-store.ts';

export function runCommands({ run, view, notices }: Studio, control: RunControl): readonly Command[] {
  const hasRun = () => run.getState().record !== undefined;
  const selected = () => view.getState().selection.guids;
  const canStepSelected = () => hasRun() && selected().size > 0;
  const isDesigning = () => view.getState().mode === 'design';
  const picture = () => (areCompared(run.getState()) ? 'compared' : 'timeline');
  const shown = () => view.getState()[picture()];
  function showInTimeline(change: Partial<TimelineShown>) {
    view.getState().showBottom('timeline');
    view.getState().set({ [picture()]: { ...shown(), ...change } });
  }

  return [
    {
      id: 'run.mode',
      group: 'Run',
      title: () => (isDesigning() ? 'Simulate' : 'Edit in Design'),
      keys: ['T'],
      run: () => (isDesigning() ? control.simulate() : control.design()),
    },
    {
      id: 'run.play',
      group: 'Run',
      title: () => (run.getState().playing ? 'Pause' : 'Play'),
      keys: ['Space'],
      run: () => control.toggle(),
    },
    { id: 'run.reset', group: 'Run', title: 'Back to the start', keys: ['R'], run: () => control.reset() },
    {
      id: 'run.restart',
      group: 'Run',
      title: 'Run again from the start',
      keys: ['Shift+R'],
      run: () => control.restart(),
    },
    {
      id: 'run.cancel',
      group: 'Run',
      title: 'Cancel the simulation',
      enabled: () => run.getState().status === 'running',
      run: () => control.cancel(),
    },
    {
      id: 'run.close',
      group: 'Run',
      title: 'Close the run',
      enabled: hasRun,
      run: () => control.close(),
    },
    {
      id: 'run.next',
      group: 'Run',
      title: 'Next event',
      keys: ['.'],
      enabled: hasRun,
      run: () => control.step(1),
    },
    {
      id: 'run.previous',
      group: 'Run',
      title: 'Previous event',
      keys: [','],
      enabled: hasRun,
      run: () => control.step(-1),
    },
    {
      id: 'run.next-selected',
      group: 'Run',
      title: 'Next event of the selected resources',
      // What Shift+. gives on different keyboards.
      keys: ['>', ':'],
      enabled: canStepSelected,
      run: () => control.step(1, onlyOf(selected())),
    },
    {
      id: 'run.previous-selected',
      group: 'Run',
      title: 'Previous event of the selected resources',
      keys: ['<', ';'],
      enabled: canStepSelected,
      run: () => control.step(-1, onlyOf(selected())),
    },
    {
      id: 'run.first',
      group: 'Run',
      title: 'First instant',
      keys: ['Home'],
      enabled: hasRun,
      run: () => control.toStart(),
    },
    { id: 'run.last', group: 'Run', title: 'Last instant', keys: ['End'], enabled: hasRun, run: () => control.toEnd() },
    {
      id: 'run.why',
      group: 'Run',
      title: 'Why the selected resource is where it is',
      keys: ['H'],
      enabled: hasRun,
      run() {
        if (selected().size !== 1) return notices.say('Select one resource to read why it is in the state it is in.');
        showInTimeline({ why: true });
        view.getState().set({ wantedField: 'run.why' });
      },
    },
    {
      id: 'run.path',
      group: 'Run',
      title: 'Critical path',
      keys: ['K'],
      enabled: hasRun,
      checked: () => shown().path,
      run: () => showInTimeline({ path: !shown().path }),
    },
    {
      id: 'run.fold-idle',
      group: 'Run',
      title: 'Fold idle time',
      keys: ['Z'],
      enabled: hasRun,
      checked: () => shown().folded,
      run: () => showInTimeline({ folded: !shown().folded }),
    },
  ];
}
