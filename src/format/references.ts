// What a schema can't say of a file: guids are unique, and whatever names a guid names one that is there.
import type { Experiment, Resource } from '../model/experiment.ts';
import { printPath } from './json-positions.ts';
import type { JsonPath } from './json-scanner.ts';
import type { SchemaProblem } from './schema-problems.ts';

/** An experiment as the schema lets it pass: the lists may be missing. */
export type ExperimentFile = Pick<Experiment, 'format' | 'version' | 'id'> &
  Partial<Pick<Experiment, 'types' | 'connections' | 'conditions' | 'script' | 'simulation' | 'groups'>> & {
    readonly resources: readonly (Omit<Resource, 'attributes' | 'traces'> & Partial<Resource>)[];
  };

/** Guids and types that stand twice, and guids that name nobody. */
export function referenceProblems(file: ExperimentFile): readonly SchemaProblem[] {
  const problems: SchemaProblem[] = [];
  const first = new Map<number, number>();
  let highest = 0;
  for (const { guid } of file.resources) highest = Math.max(highest, guid);
  file.resources.forEach(({ guid }, index) => {
    const taken = first.get(guid);
    if (taken === undefined) return void first.set(guid, index);
    highest += 1;
    problems.push({
      path: ['resources', index, 'guid'],
      message:
        `guid ${guid} is taken by ${printPath(['resources', taken])}; guids are unique: ` +
        `give this resource another, such as ${highest}`,
    });
  });

  const names = new Set<string>();
  (file.types ?? []).forEach(({ rtype }, index) => {
    if (names.has(rtype))
      problems.push({
        path: ['types', index, 'rtype'],
        message: `the type '${rtype}' is declared twice: rename or remove one of the two`,
      });
    names.add(rtype);
  });

  const check = (guids: readonly number[] | undefined, path: JsonPath, holder: string) =>
    guids?.forEach((guid, index) => {
      if (!first.has(guid))
        problems.push({
          path: [...path, index],
          message: `no resource has the guid ${guid}: add it to resources, or take it out of this ${holder}`,
        });
    });
  (file.connections ?? []).forEach((pair, index) => check(pair, ['connections', index], 'connection'));
  (file.conditions ?? []).forEach(({ resources, group }, index) => {
    check(resources, ['conditions', index, 'resources'], 'condition');
    check(group, ['conditions', index, 'group'], 'condition');
  });
  (file.script ?? []).forEach((step, index) => {
    if ('resources' in step) check(step.resources, ['script', index, 'resources'], 'step');
    if (step.op === 'setWithConditions') check(step.group, ['script', index, 'group'], 'step');
  });
  const groupOf = new Map<number, number>();
  (file.groups ?? []).forEach(({ guids }, index) => {
    check(guids, ['groups', index, 'guids'], 'group');
    guids.forEach((guid, place) => {
      const other = groupOf.get(guid);
      if (other === undefined) return void groupOf.set(guid, index);
      problems.push({
        path: ['groups', index, 'guids', place],
        message:
          other === index
            ? `the resource ${guid} stands twice in this group: take one of the two out`
            : `the resource ${guid} is in ${printPath(['groups', other])} already; it can be in one group only: ` +
              'take it out of one of the two',
      });
    });
  });
  return problems;
}
