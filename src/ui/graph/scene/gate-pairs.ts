// Who waits for whom by itself: the gates of types, which look at what a resource is connected to.
import type { Experiment } from '../../../model/experiment.ts';
import type { Catalog } from '../../../model/rtype.ts';
import type { Guid } from '../../../model/units.ts';
import { gatherFacts } from '../../../rules/facts.ts';
import { gateMembers } from '../../../rules/progress/gates.ts';
import type { CardId, Folds } from './folds.ts';
import type { Scene } from './scene.ts';

export type CardPair = readonly [from: CardId, to: CardId];

/** Of some connections, the pairs found last, and what they were found from. */
const known = new WeakMap<
  Experiment['connections'],
  { readonly experiment: Experiment; readonly builtin: Catalog; readonly pairs: readonly CardPair[] }
>();

/**
 * A pair for each gate and each resource it looks at: first who is waited for, then who waits. Each pair once. Edits that
 * gates don't depend on, as of places, names, attributes or conditions, cost next to nothing: the pairs are the same.
 */
export function gatePairs(experiment: Experiment, builtin: Catalog): readonly (readonly [Guid, Guid])[] {
  const last = known.get(experiment.connections);
  if (last?.builtin === builtin && haveSameGates(last.experiment, experiment)) return last.pairs;
  const pairs = findPairs(experiment, builtin);
  known.set(experiment.connections, { experiment, builtin, pairs });
  return pairs;
}

function haveSameGates(one: Experiment, other: Experiment): boolean {
  return (
    one.types === other.types &&
    one.resources.length === other.resources.length &&
    one.resources.every((resource, index) => {
      const now = other.resources[index]!;
      return (
        resource === now ||
        (resource.guid === now.guid && resource.rtype === now.rtype && resource.behavior === now.behavior)
      );
    })
  );
}

function findPairs(experiment: Experiment, builtin: Catalog): readonly (readonly [Guid, Guid])[] {
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

const foldedPairs = new WeakMap<readonly CardPair[], { readonly folds: Folds; readonly pairs: readonly CardPair[] }>();

/** The same from card to card, each pair once; what is inside of a collapsed group is its own business. */
export function gatesBetweenCards({ experiment, folds }: Scene, builtin: Catalog): readonly CardPair[] {
  const pairs = gatePairs(experiment, builtin);
  const last = foldedPairs.get(pairs);
  if (last?.folds === folds) return last.pairs;
  const folded = new Map<string, CardPair>();
  for (const [from, to] of pairs) {
    const [a, b] = [folds.cardOf(from), folds.cardOf(to)];
    if (a !== b) folded.set(`${a} ${b}`, [a, b]);
  }
  const between = [...folded.values()];
  foldedPairs.set(pairs, { folds, pairs: between });
  return between;
}
