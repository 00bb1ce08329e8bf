import type { Guid } from '../../model/units.ts';

/** What the timeline has to know of a resource. */
export interface Lane {
  readonly guid: Guid;
  readonly label: string;
  readonly rtype: string;
  /** The group that it is in, if any. */
  readonly group?: LaneGroup;
}

/** A group of the experiment. What the timeline keeps of it (that it is folded) it keeps by `key`. */
export interface LaneGroup {
  /** The first guid of the group: a resource is in one group at most. */
  readonly key: Guid;
  /** Where two runs are shown, a group has a name in each: folded, it is a lane of each. */
  readonly name: string;
}

/** The heading of a group; folded it stands for the lanes of all its members, and is their summary. */
export interface GroupRow {
  readonly group: LaneGroup;
  readonly members: readonly Lane[];
  readonly folded: boolean;
}

/** What a row of the timeline shows. */
export type Row = Lane | GroupRow;

export function isGroupRow(row: Row): row is GroupRow {
  return 'members' in row;
}

/** The row that stands for just what is selected. */
export function selectedRow(rows: readonly Row[], selection: ReadonlySet<Guid>): Row | undefined {
  const [guid] = selection;
  if (guid === undefined) return undefined;
  return rows.find((row) =>
    isGroupRow(row)
      ? row.folded && row.members.length === selection.size && row.members.every((lane) => selection.has(lane.guid))
      : row.guid === guid && selection.size === 1,
  );
}

export function nameOf(row: Row): string {
  return isGroupRow(row) ? row.group.name : row.label;
}
