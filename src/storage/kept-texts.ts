// The kept documents as the files they would be exported as, read as simply as can be: for where the studio can't start.
import { parseExperiment, printExperiment } from '../format/json.ts';
import { connect } from './database.ts';
import type { DocumentSummary, StoredHistory } from './document-rows.ts';
import { createDocumentsDb } from './documents-db.ts';
import { replay } from './journal.ts';
import { createRescue, joinRescue } from './rescue.ts';
import { sharedStorage } from './safe-storage.ts';

export interface KeptText extends DocumentSummary {
  readonly text: string;
}

/**
 * Reads all documents, the most recently saved first.
 * @throws (rejects) when the browser's store can't be read.
 */
export async function readKeptTexts(): Promise<readonly KeptText[]> {
  const db = createDocumentsDb(await connect());
  const rescue = createRescue(sharedStorage);
  const texts: KeptText[] = [];
  for (const summary of await db.list()) {
    const history = joinRescue(await db.load(summary.key), rescue.find(summary.key));
    if (history) texts.push({ ...summary, text: textOf(history) });
  }
  return texts;
}

/** The file with all changes that can be read; of a snapshot that can't, its text as it stands. */
function textOf({ snapshot, entries }: StoredHistory): string {
  const parsed = entries.length > 0 ? parseExperiment(snapshot.text) : undefined;
  if (!parsed?.ok) return snapshot.text;
  return printExperiment(replay({ experiment: parsed.experiment, place: snapshot }, entries).experiment);
}
