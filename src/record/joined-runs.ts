// What is known of two runs, told of the record that holds both.
import type { Guid } from '../model/units.ts';
import type { Polls } from './empty-polls.ts';
import type { JoinedRuns } from './join-records.ts';
import { type PathWithLevers, pathWithLevers } from './levers.ts';
import type { RunRecord } from './run-record.ts';

/** The polls of both; undefined for a run in which nobody polls. */
export function joinPolls(
  first: Polls | undefined,
  second: Polls | undefined,
  { secondOf }: JoinedRuns,
): Polls | undefined {
  const period = first?.period ?? second?.period;
  if (period === undefined) return undefined;
  const firstOf = new Map([...secondOf].map(([guid, twin]) => [twin, guid]));
  return {
    period,
    of(guid, from, to) {
      const original = firstOf.get(guid);
      if (original === undefined) return first?.of(guid, from, to) ?? [];
      return (second?.of(original, from, to) ?? []).map((series) => {
        const { member } = series.stretch;
        // Nobody in particular stays nobody.
        const twin = member > 0 ? (secondOf.get(member) ?? member) : member;
        return { ...series, stretch: { ...series.stretch, guid, member: twin } };
      });
    },
  };
}

/** The critical path of the second run. Its script stays the script: it is the one whose time counts. */
export function secondPath(second: RunRecord, { secondOf, secondEvents }: JoinedRuns): PathWithLevers {
  const path = pathWithLevers(second);
  const rename = (guid: Guid) => secondOf.get(guid) ?? guid;
  const place = (event: number) => (event < 0 ? -1 : secondEvents[event]!);
  return {
    ...path,
    links: path.links.map((link) => ({
      ...link,
      guid: rename(link.guid),
      event: place(link.event),
      cause: place(link.cause),
    })),
    levers: path.levers.map(({ pieces, time }) => ({
      time,
      pieces: pieces.map((piece) =>
        typeof piece === 'object' && 'guid' in piece ? { guid: rename(piece.guid) } : piece,
      ),
    })),
  };
}
