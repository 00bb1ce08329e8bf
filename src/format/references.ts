// What a schema can't say of a file: guids are unique, and whatever names a guid names one that is there.
import { type Experiment, freeGuids, type Resource } from '../model/experiment.ts';
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
  const guids = new Set(file.resources.map(({ guid }) => guid));
  return [
    ...repeatedGuids(file.resources),
    ...repeatedTypes(file.types ?? []),
    ...danglingProblems(file, (guid) => guids.has(guid)),
    ...repeatedMembers(file.groups ?? []),
  ];
}

function repeatedGuids(resources: ExperimentFile['resources']): readonly SchemaProblem[] {
  const problems: SchemaProblem[] = [];
  const first = new Map<number, number>();
  resources.forEach(({ guid }, index) => {
    const taken = first.get(guid);
    if (taken === undefined) return void first.set(guid, index);
    problems.push({
      path: ['resources', index, 'guid'],
      message: `guid ${guid} is taken by ${printPath(['resources', taken])}; guids are unique: give this resource another`,
    });
  });
  if (problems.length === 0) return problems;
  const free = freeGuids({ resources: resources as Experiment['resources'] }, problems.length);
  return problems.map(({ path, message }, index) => ({ path, message: `${message}, such as ${free[index]}` }));
}

/** Types that are declared twice. */
export function repeatedTypes(types: Experiment['types']): readonly SchemaProblem[] {
  const problems: SchemaProblem[] = [];
  const names = new Set<string>();
  types.forEach(({ rtype }, index) => {
    if (names.has(rtype))
      problems.push({
        path: ['types', index, 'rtype'],
        message: `the type '${rtype}' is declared twice: rename or remove one of the two`,
      });
    names.add(rtype);
  });
  return problems;
}

/** Guids in connections, conditions, steps and groups that no resource has. */
export function danglingProblems(
  parts: Omit<ExperimentFile, 'resources'>,
  isResource: (guid: number) => boolean,
): readonly SchemaProblem[] {
  const problems: SchemaProblem[] = [];
  const check = (guids: readonly number[] | undefined, path: JsonPath, holder: string) =>
    guids?.forEach((guid, index) => {
      if (!isResource(guid))
        problems.push({
          path: [...path, index],
          message: `no resource has the guid ${guid}: add it to resources, or take it out of this ${holder}`,
        });
    });
  (parts.connections ?? []).forEach((pair, index) => check(pair, ['connections', index], 'connection'));
  (parts.conditions ?? []).forEach(({ resources, group }, index) => {
    check(resources, ['conditions', index, 'resources'], 'condition');
    check(group, ['conditions', index, 'group'], 'condition');
  });
  (parts.script ?? []).forEach((step, index) => {
    if ('resources' in step) check(step.resources, ['script', index, 'resources'], 'step');
    if (step.op === 'setWithConditions') check(step.group, ['script', index, 'group'], 'step');
  });
  (parts.groups ?? []).forEach(({ guids }, index) => check(guids, ['groups', index, 'guids'], 'group'));
  return problems;
}

/** Resources that stand in groups twice. */
export function repeatedMembers(groups: Experiment['groups']): readonly SchemaProblem[] {
  const problems: SchemaProblem[] = [];
  const groupOf = new Map<number, number>();
  groups.forEach(({ guids }, index) => {
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
