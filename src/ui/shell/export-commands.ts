// Saving the run on screen from the File menu and the palette. Here and not in app/, as a picture is drawn by a view.
import { ORIGINAL } from '../../forks/kept-runs.ts';
import type { Command, CommandRegistry } from '../../app/stores/command-registry.ts';
import type { Studio } from '../../app/stores/studio.ts';
import { defaultScript } from '../../model/script.ts';
import { RUN_FILES, type SavedRun } from '../timeline/save-run.ts';
import type { MenuEntry } from '../widgets/MenuEntries.tsx';
import { commandEntries } from '../context/command-entries.ts';
import { captionOf, lanesOf } from '../run/run-lanes.ts';

const idOf = (file: string) => `file.export-run-${file}`;

/** The same as a menu, which says by itself what they are about. */
export function exportRunEntries(commands: CommandRegistry): readonly MenuEntry[] {
  return RUN_FILES.flatMap(({ id, title }) =>
    commandEntries(commands, [idOf(id)]).map((entry) => (typeof entry === 'object' ? { ...entry, title } : entry)),
  );
}

export function exportRunCommands(studio: Studio): readonly Command[] {
  const enabled = () => studio.run.getState().record !== undefined;
  return RUN_FILES.map(({ id, title, save }) => ({
    id: idOf(id),
    group: 'File',
    title: () => `Export run: ${title[0]!.toLowerCase()}${title.slice(1)}`,
    enabled,
    async run() {
      const run = savedRun(studio);
      if (run) await save(run);
    },
  }));
}

function savedRun({ run, document, catalog }: Studio): SavedRun | undefined {
  const { record, experiment, runs, shown } = run.getState();
  if (!record || !experiment) return undefined;
  const designed = document.getState().experiment;
  const lanes = lanesOf(experiment.resources, designed.resources, designed.groups);
  return {
    record,
    lanes,
    rows: lanes,
    name: experiment.id,
    caption: captionOf(experiment, runs.find(({ id }) => id === shown && id !== ORIGINAL)?.name),
    script: experiment.script ?? defaultScript(experiment, catalog),
  };
}
