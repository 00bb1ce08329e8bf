// Everything that can be done to an experiment, as values: a view makes one, the document store applies it, and one
// edit is one undo step. What an edit doesn't touch stays identical.
import type {
  AttributeValue,
  Behavior,
  Condition,
  Connection,
  Experiment,
  Group,
  Resource,
  Simulation,
  Step,
  UserType,
} from '../model/experiment.ts';
import type { Guid } from '../model/units.ts';
import { addToGroups, applyGroupEdit, type GroupEdit } from './group.ts';
import { type Move, moveResource } from './move.ts';
import { removeParts } from './remove.ts';

export type Edit =
  /** Adds resources with what connects them (from the palette, a paste, a duplicate). Guids must be new. */
  | {
      readonly kind: 'add';
      readonly resources: readonly Resource[];
      readonly connections?: readonly Connection[];
      readonly conditions?: readonly Condition[];
      readonly types?: readonly UserType[];
      readonly groups?: readonly Group[];
      /** The place in the list of groups of the one that the resources become part of, as far as they are in none of `groups`. */
      readonly into?: number;
    }
  /** Adds resources that were cut, with the lists of what names them as they are then. Guids must be new. */
  | {
      readonly kind: 'put-back';
      readonly resources: readonly Resource[];
      readonly connections: readonly Connection[];
      readonly types: readonly UserType[];
      readonly conditions: readonly Condition[];
      readonly groups: readonly Group[];
      readonly script?: readonly Step[];
    }
  /** Removes parts and every mention of removed resources: their connections, their places in conditions and steps. */
  | {
      readonly kind: 'remove';
      readonly guids?: readonly Guid[];
      readonly connections?: readonly Connection[];
      /** Places in the list of conditions. */
      readonly conditions?: readonly number[];
    }
  | Move
  | { readonly kind: 'set-label'; readonly guid: Guid; readonly label: string }
  /** `undefined` takes the attribute back to its default. */
  | {
      readonly kind: 'set-attribute';
      readonly guids: readonly Guid[];
      readonly name: string;
      readonly value: AttributeValue | undefined;
    }
  | { readonly kind: 'set-trace'; readonly guids: readonly Guid[]; readonly trace: string; readonly enabled: boolean }
  /** `undefined` takes the key back to what the type says. */
  | {
      readonly kind: 'set-behavior';
      readonly guids: readonly Guid[];
      readonly change: { readonly [Key in keyof Behavior]?: Behavior[Key] | undefined };
    }
  | { readonly kind: 'set-rtype'; readonly guids: readonly Guid[]; readonly rtype: string }
  | { readonly kind: 'connect'; readonly connections: readonly Connection[] }
  | { readonly kind: 'add-condition'; readonly condition: Condition }
  /** `index`: place in the list of conditions. */
  | { readonly kind: 'change-condition'; readonly index: number; readonly condition: Condition }
  /** `undefined` goes back to the default script. */
  | { readonly kind: 'set-script'; readonly script: readonly Step[] | undefined }
  | { readonly kind: 'set-simulation'; readonly simulation: Simulation }
  | { readonly kind: 'set-types'; readonly types: readonly UserType[] }
  | { readonly kind: 'set-id'; readonly id: string }
  | GroupEdit
  /** Several edits that the user sees as one act. */
  | { readonly kind: 'all'; readonly label: string; readonly edits: readonly Edit[] };

/** Gives the next experiment; the same one when the edit changes nothing. */
export function applyEdit(experiment: Experiment, edit: Edit): Experiment {
  switch (edit.kind) {
    case 'add':
      return {
        ...experiment,
        types: edit.types?.length ? [...experiment.types, ...edit.types] : experiment.types,
        resources: [...experiment.resources, ...edit.resources],
        connections: addConnections(experiment.connections, edit.connections ?? []),
        conditions: edit.conditions?.length ? [...experiment.conditions, ...edit.conditions] : experiment.conditions,
        groups: addToGroups(experiment.groups, edit),
      };
    case 'put-back':
      return {
        ...experiment,
        types: edit.types.length > 0 ? [...experiment.types, ...edit.types] : experiment.types,
        resources: [...experiment.resources, ...edit.resources],
        connections: addConnections(experiment.connections, edit.connections),
        conditions: edit.conditions,
        groups: edit.groups,
        ...(edit.script && { script: edit.script }),
      };
    case 'remove':
      return removeParts(experiment, edit);
    case 'move':
      return changeResources(experiment, [...edit.positions.keys(), ...(edit.others?.keys() ?? [])], (resource) =>
        moveResource(resource, edit),
      );
    case 'set-label':
      return changeResources(experiment, [edit.guid], (resource) =>
        changed(resource, 'label', edit.label || undefined),
      );
    case 'set-attribute':
      return changeResources(experiment, edit.guids, (resource) =>
        changed(resource, 'attributes', changed(resource.attributes, edit.name, edit.value)),
      );
    case 'set-trace':
      return changeResources(experiment, edit.guids, (resource) => {
        if (resource.traces.includes(edit.trace) === edit.enabled) return resource;
        const others = resource.traces.filter((trace) => trace !== edit.trace);
        return { ...resource, traces: edit.enabled ? [...others, edit.trace] : others };
      });
    case 'set-behavior':
      return changeResources(experiment, edit.guids, (resource) => {
        const merged: Behavior = Object.entries(edit.change).reduce(
          (behavior: Behavior, [key, value]) => changed(behavior, key as keyof Behavior, value),
          resource.behavior ?? {},
        );
        return changed(resource, 'behavior', Object.keys(merged).length ? merged : undefined);
      });
    case 'set-rtype':
      return changeResources(experiment, edit.guids, (resource) => changed(resource, 'rtype', edit.rtype));
    case 'connect': {
      const connections = addConnections(experiment.connections, edit.connections);
      return connections === experiment.connections ? experiment : { ...experiment, connections };
    }
    case 'add-condition':
      return { ...experiment, conditions: [...experiment.conditions, edit.condition] };
    case 'change-condition':
      return experiment.conditions[edit.index]
        ? { ...experiment, conditions: experiment.conditions.with(edit.index, edit.condition) }
        : experiment;
    case 'set-script':
      return edit.script ? { ...experiment, script: edit.script } : without(experiment, 'script');
    case 'set-simulation':
      return { ...experiment, simulation: edit.simulation };
    case 'set-types':
      return { ...experiment, types: edit.types };
    case 'set-id':
      return edit.id === experiment.id ? experiment : { ...experiment, id: edit.id };
    case 'group':
    case 'ungroup':
    case 'rename-group':
    case 'collapse-groups': {
      const groups = applyGroupEdit(experiment.groups, edit);
      return groups === experiment.groups ? experiment : { ...experiment, groups };
    }
    case 'all':
      return edit.edits.reduce(applyEdit, experiment);
  }
}

/** A connection has no direction: [1, 2] is [2, 1]. */
export function sameConnection(a: Connection, b: Connection): boolean {
  return (a[0] === b[0] && a[1] === b[1]) || (a[0] === b[1] && a[1] === b[0]);
}

/** Names a connection, whichever way round it stands. */
export function connectionKey([a, b]: Connection): string {
  return a < b ? `${a}-${b}` : `${b}-${a}`;
}

function addConnections(existing: readonly Connection[], added: readonly Connection[]): readonly Connection[] {
  if (added.length === 0) return existing;
  const known = new Set(existing.map(connectionKey));
  const fresh = added.filter((connection) => {
    const key = connectionKey(connection);
    if (connection[0] === connection[1] || known.has(key)) return false;
    known.add(key);
    return true;
  });
  return fresh.length ? [...existing, ...fresh] : existing;
}

function changeResources(
  experiment: Experiment,
  guids: { has?(guid: Guid): boolean } & Iterable<unknown>,
  change: (resource: Resource) => Resource,
): Experiment {
  const wanted = guids instanceof Map ? guids : new Set(guids as Iterable<Guid>);
  let changed = false;
  const resources = experiment.resources.map((resource) => {
    if (!wanted.has(resource.guid)) return resource;
    const next = change(resource);
    changed ||= next !== resource;
    return next;
  });
  return changed ? { ...experiment, resources } : experiment;
}

/** The value with one key set, or gone for `undefined`; the same value when that changes nothing. */
function changed<T extends object, Key extends keyof T>(value: T, key: Key, to: T[Key] | undefined): T {
  if (to === undefined) return without(value, key);
  const same = Object.hasOwn(value, key) && (value[key] === to || JSON.stringify(value[key]) === JSON.stringify(to));
  return same ? value : { ...value, [key]: to };
}

function without<T extends object, Key extends keyof T>(value: T, key: Key): T {
  if (!Object.hasOwn(value, key)) return value;
  const { [key]: _removed, ...rest } = value;
  return rest as T;
}
