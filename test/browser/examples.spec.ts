// Every example opens without a problem and runs to its end.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './studio.ts';

interface Example {
  readonly file: string;
  readonly title: string;
}

const folder = join(import.meta.dirname, '../../public/examples');
const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as
  | readonly Example[]
  | { readonly examples: readonly Example[] };
const examples = 'examples' in index ? index.examples : index;

for (const example of examples) {
  test(`the example ${example.title} opens and runs to its end`, async ({ studio, page }) => {
    const { id } = JSON.parse(readFileSync(join(folder, example.file), 'utf8')) as { readonly id: string };
    await studio.menu('File', 'Examples…');
    await page
      .getByRole('dialog', { name: 'Examples' })
      .getByRole('button', { name: new RegExp(`^${example.title} `) })
      .click();
    await expect(studio.inspector.getByRole('textbox', { name: 'Experiment id' })).toHaveValue(id);
    await page.getByRole('banner').getByRole('button', { name: /^Play/ }).click();
    const toolbar = page.getByRole('toolbar', { name: 'Run' });
    await toolbar.getByRole('button', { name: 'Last instant' }).click();
    await expect(toolbar.getByRole('button', { name: 'Next event' })).toBeDisabled();
    await expect(page.getByRole('row', { name: /RELEASED/ }).first()).toBeAttached();
    await expect(page.getByRole('row', { name: /NEW|STARTED/ })).toHaveCount(0);
  });
}
