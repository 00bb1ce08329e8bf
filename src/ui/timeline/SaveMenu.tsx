import { Download } from 'lucide-react';
import { Button } from '../widgets/Button.tsx';
import { Menu } from '../widgets/Menu.tsx';
import { RUN_FILES, type SavedRun } from './save-run.ts';

/** Takes the run away: as a picture for a paper, for Perfetto, for a spreadsheet. */
export function SaveMenu({
  run,
  onProblem,
}: {
  readonly run: SavedRun;
  /** What kept a file from being made, and what to do. */
  readonly onProblem: (message: string) => void;
}) {
  const save = async (index: number) => {
    try {
      await RUN_FILES[index]!.save(run);
    } catch (error) {
      onProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Menu
      side="top"
      trigger={
        <Button variant="quiet" icon={<Download aria-hidden />} aria-label="Save the run" title="Save the run" />
      }
      entries={RUN_FILES.map(({ title }, index) => ({ title, run: () => void save(index) }))}
    />
  );
}
