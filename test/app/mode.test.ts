// Design and Simulate: what can be done in which, and how one gets from the one to the other.
import { describe, expect, test } from 'vitest';
import { createClipboard } from '../../src/app/editing/clipboard.ts';
import { editCommands } from '../../src/app/commands/edit-commands.ts';
import { groupCommands } from '../../src/app/commands/group-commands.ts';
import { runCommands } from '../../src/app/commands/run-commands.ts';
import { createRunControl } from '../../src/app/runs/run-control.ts';
import type { StartRun } from '../../src/app/stores/run-store.ts';
import type { Edit } from '../../src/edit/edit.ts';
import { startRun } from '../../src/engine/run.ts';
import { createExperiment, type Experiment } from '../../src/model/experiment.ts';
import { resource } from '../edit/experiments.ts';
import { catalog, makeStudio } from './support.ts';

const runToEnd: StartRun = ({ experiment }, onChunk) => {
  const run = startRun(experiment, catalog);
  for (;;) {
    const chunk = run.advance(1000);
    onChunk(chunk);
    if (chunk.outcome) return () => {};
  }
};

const experiment: Experiment = {
  ...createExperiment('modes'),
  resources: [resource(1, { rtype: 'linux::Node', behavior: { provision: '3s' } }), resource(2), resource(3)],
  connections: [[1, 2]],
  groups: [{ name: 'site', guids: [1, 2] }],
};

function setUp(of: Experiment = experiment) {
  const studio = makeStudio(of, runToEnd);
  const said: string[] = [];
  studio.notices.listen(({ text }) => said.push(text));
  const control = createRunControl(studio);
  const clipboard = createClipboard(studio, { write: async () => true, read: async () => undefined });
  studio.commands.add([...editCommands(studio, clipboard), ...groupCommands(studio), ...runCommands(studio, control)]);
  return {
    studio,
    said,
    control,
    clipboard,
    mode: () => studio.view.getState().mode,
    run: () => studio.run.getState(),
    document: () => studio.document.getState(),
  };
}

const EDITS: readonly Edit[] = [
  { kind: 'add', resources: [resource(9)] },
  { kind: 'remove', guids: [1] },
  { kind: 'move', positions: new Map([[1, { x: 5, y: 5 }]]) },
  { kind: 'set-label', guid: 1, label: 'one' },
  { kind: 'set-attribute', guids: [2], name: 'command', value: 'ls' },
  { kind: 'set-trace', guids: [2], trace: 'stdout', enabled: true },
  { kind: 'set-behavior', guids: [2], change: { run: '9s' } },
  { kind: 'set-rtype', guids: [2], rtype: 'linux::Node' },
  { kind: 'connect', connections: [[2, 3]] },
  { kind: 'add-condition', condition: { resources: [2], action: 'START', group: [1], state: 'READY' } },
  { kind: 'set-script', script: [] },
  { kind: 'set-simulation', simulation: { seed: 9 } },
  { kind: 'set-types', types: [{ rtype: 'own::Type' }] },
  { kind: 'set-id', id: 'other' },
  { kind: 'ungroup', groups: [0] },
  { kind: 'all', label: 'both', edits: [{ kind: 'set-id', id: 'other' }] },
];

describe('while simulating', () => {
  test.each(EDITS)('$kind is refused, and done in Design', (edit) => {
    const { control, document, said, mode } = setUp();
    control.simulate();
    const before = document();
    expect(document().apply(edit)).toBe(false);
    expect(document()).toBe(before);
    expect(said).toEqual(['The experiment can’t be changed while it is simulated.']);
    control.design();
    expect(mode()).toBe('design');
    expect(document().apply(edit)).toBe(true);
    expect(document().experiment).not.toBe(before.experiment);
  });

  test('undo and redo are refused, and their history is kept', () => {
    const { control, document } = setUp();
    document().apply({ kind: 'set-id', id: 'a' });
    document().apply({ kind: 'set-id', id: 'b' });
    document().undo();
    control.simulate();
    document().undo();
    document().redo();
    expect(document().experiment.id).toBe('a');
    control.design();
    document().redo();
    expect(document().experiment.id).toBe('b');
  });

  test('commands that edit are not offered, and say why when a key asks for them; the selection stays', () => {
    const { studio, control, document, said } = setUp();
    studio.view.getState().select({ guids: new Set([1, 2]) });
    control.simulate();
    const before = document().experiment;
    for (const id of ['edit.delete', 'edit.duplicate', 'arrange.ungroup', 'edit.add', 'edit.rename']) {
      expect(studio.commands.isAvailable(studio.commands.get(id)!)).toBe(false);
      expect(studio.commands.run(id)).toBe(false);
    }
    expect(said).toHaveLength(5);
    expect(studio.view.getState()).toMatchObject({ dialog: undefined, wantedField: undefined });
    expect([...studio.view.getState().selection.guids]).toEqual([1, 2]);
    expect(document().experiment).toBe(before);
    expect(studio.commands.isAvailable(studio.commands.get('edit.copy')!)).toBe(true);
    expect(studio.commands.run('edit.select-all')).toBe(true);
  });

  test('what is pasted or cut stays where it was', () => {
    const { studio, control, clipboard, document } = setUp();
    studio.view.getState().select({ guids: new Set([1]) });
    const text = clipboard.copyText()!;
    control.simulate();
    clipboard.pasteText(text);
    clipboard.removeCut();
    clipboard.duplicate();
    expect(document().experiment.resources).toHaveLength(3);
    expect([...studio.view.getState().selection.guids]).toEqual([1]);
  });

  test('the notice leads back to Design', () => {
    const { studio, control, mode } = setUp();
    control.simulate();
    let act: (() => void) | undefined;
    studio.notices.listen(({ action }) => (act = action?.run));
    studio.document.getState().apply({ kind: 'set-id', id: 'a' });
    act!();
    expect(mode()).toBe('design');
    // Pressed again, late, it does not lead away.
    act!();
    expect(mode()).toBe('design');
  });
});

describe('the switch', () => {
  test('a first look at Simulate begins a run, at rest', () => {
    const { studio, mode, run } = setUp();
    studio.commands.run('run.mode');
    expect(mode()).toBe('simulate');
    expect(run()).toMatchObject({ status: 'done', playing: false, cursor: 0 });
  });

  test('going to Design and back shows the same instant of the same run', () => {
    const { studio, control, mode, run } = setUp();
    control.play();
    run().seek(2_000_000);
    const { record } = run();
    studio.commands.run('run.mode');
    expect(mode()).toBe('design');
    expect(run().playing).toBe(false);
    studio.document.getState().apply({ kind: 'move', positions: new Map([[1, { x: 5, y: 5 }]]) });
    studio.commands.run('run.mode');
    expect(mode()).toBe('simulate');
    expect(run()).toMatchObject({ record, cursor: 2_000_000 });
  });

  test('play, step, a jump and another run lead to Simulate', () => {
    const { control, mode } = setUp();
    const acts: readonly (() => void)[] = [
      control.play,
      () => control.step(1),
      () => control.jump(1_000_000),
      control.toEnd,
      control.reset,
      control.restart,
      () => control.show(0),
    ];
    for (const act of acts) {
      control.design();
      act();
      expect(mode()).toBe('simulate');
    }
  });

  test('in Design, after a change, play runs anew and reset begins anew, at rest', () => {
    const { control, document, run } = setUp();
    control.play();
    const first = run().record;
    control.design();
    document().apply({ kind: 'set-behavior', guids: [1], change: { provision: '7s' } });
    control.play();
    const second = run().record;
    expect(second).not.toBe(first);
    control.toEnd();
    control.reset();
    expect(run()).toMatchObject({ record: second, cursor: 0, playing: false });
    control.design();
    document().apply({ kind: 'set-behavior', guids: [1], change: { provision: '8s' } });
    control.reset();
    expect(run().record).not.toBe(second);
    expect(run()).toMatchObject({ cursor: 0, playing: false });
  });

  test('where there is nothing to run, Design stays', () => {
    const { control, mode, said } = setUp(createExperiment('empty'));
    control.simulate();
    expect(mode()).toBe('design');
    expect(said[0]).toMatch(/nothing to run/);
    control.jump(5);
    control.step(1);
    expect(mode()).toBe('design');
  });

  test('closing the run leads to Design', () => {
    const { control, mode, run } = setUp();
    control.play();
    control.close();
    expect(mode()).toBe('design');
    expect(run().record).toBeUndefined();
  });
});
