// Reading a document that the browser keeps: its snapshot, and the changes since. What can't be read is put aside and
// reported; what comes before it is used.
import type { ParseResult } from '../../format/json.ts';
import type { Experiment } from '../../model/experiment.ts';
import type { StoredHistory } from '../../storage/document-rows.ts';
import type { WrittenHistory } from '../../storage/document-writer.ts';
import { replay } from '../../storage/journal.ts';
import type { KeptDocuments } from '../../storage/kept-documents.ts';
import { joinRescue, type Rescue, type RescuedHistory } from '../../storage/rescue.ts';
import type { FileReader } from './file-reader.ts';
import { fileName } from './file-name.ts';
import type { Notices } from '../stores/notices.ts';

/** A document as it was read. */
export interface KeptFile {
  readonly key: string;
  readonly experiment: Experiment;
  readonly untouched: boolean;
  /** What of it is in the store; undefined: nothing that could be continued. */
  readonly history: WrittenHistory | undefined;
  /** The last sequence number that was given out for it. */
  readonly last: number;
}

export interface KeptFiles {
  /** Whether a document is kept, and what is known of it without reading it. */
  find(key: string): Promise<RescuedHistory | undefined>;
  /** Reads a document and hands it on; false when it can't be read, or was left meanwhile. */
  read(history: RescuedHistory, take: (file: KeptFile) => Promise<void> | void): Promise<boolean>;
}

/** What a document was called last. */
const nameOf = ({ snapshot, entries }: StoredHistory): string => entries.at(-1)?.name ?? snapshot.name;

export function createKeptFiles(parts: {
  readonly db: KeptDocuments;
  readonly rescue: Rescue;
  readonly read: FileReader['read'];
  readonly notices: Notices;
  readonly download: (name: string, text: string) => void;
}): KeptFiles {
  const { db, rescue, notices, download } = parts;

  const find = async (key: string) => joinRescue(await db.load(key), rescue.find(key));

  async function putAside({ snapshot, entries, rescued }: RescuedHistory, result: ParseResult & { ok: false }) {
    const why = result.problems.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; ');
    const { key, text } = snapshot;
    const name = nameOf({ snapshot, entries });
    await db.setAside({ key, document: snapshot, entries, why }, rescued === 'all' ? 'nothing' : 'document');
    rescue.forget(key);
    notices.say(`The kept experiment '${name}' can't be read any more (${why}). It was put aside, not deleted.`, {
      kind: 'problem',
      ...(text !== '' && { action: { title: 'Export it', run: () => download(fileName(name), text) } }),
    });
  }

  async function readEntries(
    experiment: Experiment,
    { snapshot, entries, rescued, last }: RescuedHistory,
  ): Promise<KeptFile> {
    const { key } = snapshot;
    const all = replay({ experiment, place: snapshot }, entries);
    const stored = rescued === 'all' ? [] : entries.slice(0, entries.length - rescued);
    const unread = all.unread.filter((entry) => stored.includes(entry));
    if (unread.length > 0) {
      await db.setAside({ key, entries: unread, why: all.why ?? '' }, 'entries');
      const changes = unread.length === 1 ? 'change' : `${unread.length} changes`;
      notices.say(
        `The last ${changes} of the kept experiment '${nameOf({ snapshot, entries })}' can't be read any more (${all.why}). ` +
          'Put aside, not deleted; what came before is here.',
        { kind: 'problem' },
      );
    }
    const usedOfStore = all.used.filter((entry) => stored.includes(entry));
    const written = usedOfStore.length === all.used.length ? all : replay({ experiment, place: snapshot }, usedOfStore);
    return {
      key,
      experiment: all.experiment,
      untouched: snapshot.untouched && all.used.length === 0,
      history: rescued === 'all' ? undefined : { experiment: written.experiment, snapshot, entries: written.used },
      last,
    };
  }

  async function read(history: RescuedHistory, take: (file: KeptFile) => Promise<void> | void): Promise<boolean> {
    const { key, text } = history.snapshot;
    let isDamaged = false;
    const isTaken = await parts.read(text, nameOf(history), async (result) => {
      isDamaged = !result.ok;
      if (!result.ok) await putAside(history, result);
      else await take(await readEntries(result.experiment, history));
      return result.ok;
    });
    // What was rescued can't be read: what is in the store may be.
    const stored = isDamaged && history.rescued === 'all' ? await find(key) : undefined;
    return isTaken || (stored !== undefined && read(stored, take));
  }

  return { find, read };
}
