// Who waits for whom by itself: the gates of types, which look at what a resource is connected to.
import type { Experiment } from '../../../model/experiment.ts';
import type { Catalog } from '../../../model/rtype.ts';
import type { Guid } from '../../../model/units.ts';
import { gatherFacts } from '../../../rules/facts.ts';
import { gateMembers } from '../../../rules/progress/gates.ts';
import type { CardId } from '../groups/folds.ts';
import type { Scene } from './scene.ts';

export type CardPair = readonly [from: CardId, to: CardId];

/** A pair for each gate and each resource it looks at: first who is waited for, then who waits. Each pair once. */
export function gatePairs(experiment: Experiment, builtin: Catalog): readonly (readonly [Guid, Guid])[] {
  const facts = gatherFacts(experiment, builtin);
  const pairs = new Map<string, readonly [Guid, Guid]>();
  for (const resource of experiment.resources) {
    for (const requirement of facts.behaviorOf(resource).requires ?? []) {
      // Releasing goes the other way: that order would turn the picture round.
      if (requirement.before === 'release') continue;
      for (const other of gateMembers(facts, resource.guid, requirement)) {
        if (other !== resource.guid) pairs.set(`${other} ${resource.guid}`, [other, resource.guid]);
      }
    }
  }
  return [...pairs.values()];
}

/** The same from card to card, each pair once; what is inside of a collapsed group is its own business. */
export function gatesBetweenCards({ experiment, folds }: Scene, builtin: Catalog): readonly CardPair[] {
  const folded = new Map<string, CardPair>();
  for (const [from, to] of gatePairs(experiment, builtin)) {
    const [a, b] = [folds.cardOf(from), folds.cardOf(to)];
    if (a !== b) folded.set(`${a} ${b}`, [a, b]);
  }
  return [...folded.values()];
}
