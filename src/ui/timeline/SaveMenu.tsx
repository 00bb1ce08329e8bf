import { Download } from 'lucide-react';
import { Button } from '../widgets/Button.tsx';
import { Menu } from '../widgets/Menu.tsx';
import { RUN_FILES, type RunFile, type SavedRun } from './save-run.ts';

/** Takes the run away: as a picture for a paper, for Perfetto, for a spreadsheet. */
export function SaveMenu({
  run,
  pictureOnly,
  onProblem,
}: {
  readonly run: SavedRun;
  readonly pictureOnly: boolean;
  /** What kept a file from being made, and what to do. */
  readonly onProblem: (message: string) => void;
}) {
  const save = async (file: RunFile) => {
    try {
      await file.save(run);
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
      entries={RUN_FILES.filter(({ isPicture }) => isPicture || !pictureOnly).map((file) => ({
        title: file.title,
        run: () => void save(file),
      }))}
    />
  );
}
