// What is said when an experiment is not saved: what happened, and what to do.
import type { StorageFailure } from '../../storage/failure.ts';

/** A few words for the header: `no space left`. */
export function nameFailure({ kind }: StorageFailure): string {
  switch (kind) {
    case 'full':
      return 'no space left';
    case 'newer':
      return 'studio updated';
    case 'silent':
      return 'browser not answering';
    case 'unavailable':
      return 'browser keeps nothing';
    case 'broken':
      return 'browser error';
  }
}

/** Why something is not saved, and what to do. */
export function explainFailure(failure: StorageFailure): string {
  switch (failure.kind) {
    case 'full':
      return 'The browser has no space left for this page. Export the experiment to a file, then free some space; saving is tried again by itself.';
    case 'newer':
      return 'A newer version of NEPI Studio has been used in this browser, and this one must not touch its data. Export the experiment to a file, then reload this page.';
    case 'silent':
      return "The browser's storage does not answer. Saving is tried again by itself; export the experiment to a file before you close this tab.";
    case 'unavailable':
      return 'This browser keeps no data for this page, as in some private windows. Export the experiment to a file before you close this tab.';
    case 'broken':
      return `The browser could not save the experiment (${failure.message}). Saving is tried again by itself; export the experiment to a file to be safe.`;
  }
}
