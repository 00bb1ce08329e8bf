import type { Edit } from './edit.ts';
import { shownText } from '../model/visible-text.ts';

const count = (n: number, noun: string) => (n === 1 ? noun : `${n} ${noun}s`);

/** What an edit does, as a menu says it after "Undo": `move 3 resources`. */
export function describeEdit(edit: Edit): string {
  switch (edit.kind) {
    case 'add':
      return edit.resources.length === 1
        ? `add ${shownText(edit.resources[0]!.rtype)}`
        : `add ${count(edit.resources.length, 'resource')}`;
    case 'put-back':
      return `put back ${count(edit.resources.length, 'resource')}`;
    case 'remove': {
      const [guids, connections, conditions] = [edit.guids, edit.connections, edit.conditions].map(
        (l) => l?.length ?? 0,
      );
      if (guids) return `delete ${count(guids, 'resource')}`;
      if (connections && conditions) return `delete ${count(connections + conditions, 'edge')}`;
      return connections
        ? `delete ${count(connections, 'connection')}`
        : `delete ${count(conditions ?? 0, 'condition')}`;
    }
    case 'move':
      return `move ${count(edit.positions.size, 'resource')}`;
    case 'set-label':
      return 'rename';
    case 'set-attribute':
      return edit.value === undefined ? `reset ${shownText(edit.name)}` : `set ${shownText(edit.name)}`;
    case 'set-trace':
      return `${edit.enabled ? 'enable' : 'disable'} trace ${shownText(edit.trace)}`;
    case 'set-behavior':
      return `change ${Object.keys(edit.change).join(', ')}`;
    case 'set-rtype':
      return `change type to ${shownText(edit.rtype)}`;
    case 'connect':
      return edit.connections.length === 1 ? 'connect' : `add ${count(edit.connections.length, 'connection')}`;
    case 'add-condition':
      return 'add condition';
    case 'change-condition':
      return 'change condition';
    case 'set-script':
      return edit.script ? 'change script' : 'remove script';
    case 'set-simulation':
      return 'change simulation settings';
    case 'set-types':
      return 'change types';
    case 'set-id':
      return 'rename experiment';
    case 'group':
      return edit.groups.length === 1
        ? `group ${count(edit.groups[0]!.guids.length, 'resource')}`
        : `make ${count(edit.groups.length, 'group')}`;
    case 'ungroup':
      return `ungroup ${count(edit.groups.length, 'group')}`;
    case 'rename-group':
      return 'rename group';
    case 'collapse-groups':
      return `${edit.collapsed ? 'collapse' : 'expand'} ${count(edit.groups.length, 'group')}`;
    case 'all':
      return edit.label;
  }
}
