// How the script goes on, and what it asks of resources, as clauses. NEPI: ExperimentController.deploy, wait_*, release,
// shutdown. The script counts up to its first shutdown; nothing happens after that.
import type { Experiment, Resource, Step } from '../../model/experiment.ts';
import type { State } from '../../model/state.ts';
import type { Guid } from '../../model/units.ts';
import type { Clauses } from './clauses.ts';
import type { Milestones } from './milestones.ts';
import { checkedGroups } from './groups.ts';
import { neededBy, releaseGates, type ConditionIndex, type Design } from './resource-clauses.ts';

const WAITED_FOR = {
  waitDeployed: 'READY',
  waitStarted: 'STARTED',
  waitFinished: 'STOPPED',
  waitReleased: 'RELEASED',
} as const satisfies Partial<Record<Step['op'], State>>;

/** Adds the script; gives the milestone of each step's beginning, and at the end that of the script's end. */
export function addScript(
  clauses: Clauses,
  milestones: Milestones,
  design: Design,
  conditions: ConditionIndex,
  experiment: Experiment,
  script: readonly Step[],
): readonly number[] {
  const known = (guids: readonly Guid[]) => guids.filter((guid) => milestones.has(guid));
  const all = experiment.resources.map(({ guid }) => guid);
  const byGuid = new Map(experiment.resources.map((resource) => [resource.guid, resource]));
  const abort = milestones.add({ kind: 'abort' });
  for (const guid of all) clauses.add(abort, [milestones.fails(guid)], true);

  const shutdown = script.findIndex(({ op }) => op === 'shutdown');
  const steps = shutdown === -1 ? script : script.slice(0, shutdown + 1);
  const begins = [...steps.keys(), steps.length].map((step) => milestones.add({ kind: 'step', step }));
  clauses.add(begins[0]!, []);
  const checks = addChecks();

  steps.forEach((step, place) => {
    const begun = begins[place]!;
    const next = begins[place + 1]!;
    switch (step.op) {
      case 'deploy':
        addDeploy(step, place, begun);
        clauses.add(next, [begun]);
        break;
      case 'waitDeployed':
      case 'waitStarted':
      case 'waitFinished':
      case 'waitReleased':
        clauses.add(next, [begun, ...known(step.resources).map((guid) => milestones.state(guid, WAITED_FOR[step.op]))]);
        if (step.op !== 'waitReleased') clauses.add(next, [begun, abort], true);
        break;
      case 'start':
        for (const guid of known(step.resources)) {
          // A start in the script looks at no conditions; its gates count all the same, but only put it off.
          addAction(guid, 'STARTED', 'start', [begun, milestones.state(guid, 'READY')]);
          clauses.add(begins.at(-1)!, [begun, milestones.fails(guid)], true);
        }
        clauses.add(next, [begun]);
        break;
      case 'stop':
        for (const guid of known(step.resources)) {
          addAction(guid, 'STOPPED', 'stop', [begun, milestones.state(guid, 'STARTED')]);
          clauses.add(begins.at(-1)!, [begun, milestones.fails(guid)], true);
        }
        clauses.add(next, [begun]);
        break;
      case 'setWithConditions':
        for (const guid of known(step.resources)) {
          for (const member of known(step.group)) {
            clauses.add(milestones.fails(guid), [begun, milestones.fails(member)], true);
            clauses.add(milestones.fails(guid), [begun, milestones.state(member, 'RELEASED')], true);
          }
        }
        clauses.add(next, [begun]);
        break;
      case 'set':
      case 'sleep':
        clauses.add(next, [begun]);
        break;
      case 'release':
        for (const guid of known(step.resources)) {
          const gates = releaseGates(design, byGuid.get(guid)!);
          clauses.add(milestones.state(guid, 'RELEASED'), [
            begun,
            ...gates.map((gate) => milestones.state(gate.guid, gate.state)),
          ]);
        }
        clauses.add(next, [begun, ...known(step.resources).map((guid) => milestones.state(guid, 'RELEASED'))]);
        break;
      case 'shutdown':
        for (const resource of experiment.resources) addShutDown(resource, begun);
        clauses.add(next, [begun, ...all.map((guid) => milestones.shutDown(guid))]);
        break;
    }
  });
  return begins;

  /** The all-ready checks that start what is deployed, by the deploy step that waits for them. */
  function addChecks(): ReadonlyMap<number, number> {
    const opened = checkedGroups(steps);
    const made = new Map<number, number>();
    const byOpener = new Map<number, number>();
    for (const [place, opener] of opened) {
      let check = byOpener.get(opener);
      const step = steps[opener]!;
      if (check === undefined && step.op === 'deploy') {
        const members = known(step.resources ?? stillNew(opener));
        check = milestones.add({ kind: 'all-ready', step: opener, members });
        clauses.add(check, [begins[opener]!, ...members.map((guid) => milestones.state(guid, 'READY'))]);
        byOpener.set(opener, check);
      }
      if (check !== undefined) made.set(place, check);
    }
    return made;
  }

  /** Those that a deploy of all NEW ones deploys for sure; others may have left NEW before. */
  function stillNew(place: number): readonly Guid[] {
    const earlier = new Set(
      steps.slice(0, place).flatMap((step) => (step.op === 'deploy' ? (step.resources ?? all) : [])),
    );
    return all.filter((guid) => !earlier.has(guid));
  }

  function addDeploy(step: Extract<Step, { op: 'deploy' }>, place: number, begun: number): void {
    const deployed = known(step.resources ?? all);
    for (const guid of deployed) clauses.add(milestones.asked(guid, 'DEPLOY'), [begun]);
    const starts = step.waitAllReady === false ? begun : checks.get(place);
    if (starts === undefined) return;
    for (const guid of deployed) {
      clauses.add(milestones.asked(guid, 'START'), [begun, starts]);
      if (conditions.of(guid, 'STOP').length > 0) clauses.add(milestones.asked(guid, 'STOP'), [begun, starts]);
    }
  }

  function addAction(guid: Guid, state: State, phase: 'start' | 'stop', body: readonly number[]): void {
    clauses.add(milestones.state(guid, state), body);
    const resource = byGuid.get(guid)!;
    if (design.behaviorOf(resource).failure?.[phase] === 1) clauses.add(milestones.fails(guid), body, true);
  }

  function addShutDown(resource: Resource, begun: number): void {
    const { guid } = resource;
    const gates = releaseGates(design, resource).map((gate) => {
      const passed = milestones.add({
        kind: 'gate',
        guid,
        requirement: { before: 'release', type: byGuid.get(gate.guid)!.rtype, state: gate.state },
        members: [gate.guid],
      });
      clauses.add(passed, [milestones.state(gate.guid, gate.state)], true);
      clauses.add(passed, [milestones.shutDown(gate.guid)]);
      // Caught in the middle of its deploy, it may fail when one that it needs is released before it.
      for (const needed of neededBy(design, byGuid.get(gate.guid)!)) {
        clauses.add(passed, [milestones.shutDown(needed)], true);
      }
      return passed;
    });
    clauses.add(milestones.shutDown(guid), [begun, ...gates]);
    clauses.add(milestones.shutDown(guid), [milestones.state(guid, 'RELEASED')], true);
  }
}
