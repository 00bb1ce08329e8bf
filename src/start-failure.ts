// What the page shows when the studio can't start. Plain elements, and nothing of the studio but the way to its store:
// whatever broke, this is to work.
import { downloadText } from './app/files/browser-files.ts';
import { fileName } from './app/files/file-name.ts';
import { type KeptText, readKeptTexts } from './storage/kept-texts.ts';

/** Says what happened, and offers the kept experiments as files, an empty experiment, and another try. */
export function showStartFailure(error: unknown): void {
  console.error('the studio could not start', error);
  const root = document.getElementById('root') ?? document.body;
  const main = element('main', '');
  main.style.cssText = 'max-width: 40rem; margin: 3rem auto; padding: 0 1rem; line-height: 1.5';
  const kept = element('section', '');
  const happened = error instanceof Error ? error.message : String(error);
  main.append(
    element('h1', 'NEPI Studio could not start'),
    element('p', `What went wrong: ${happened}`),
    element('p', 'Your saved experiments are not touched by this.'),
    actions(
      button('Reload', () => location.reload()),
      button('Start with an empty experiment', () => location.assign('?empty')),
    ),
    kept,
  );
  root.replaceChildren(main);
  readKeptTexts().then(
    (texts) => listTexts(kept, texts),
    () => kept.replaceChildren(element('p', 'The experiments saved in this browser could not be read.')),
  );
}

function listTexts(into: HTMLElement, texts: readonly KeptText[]): void {
  if (texts.length === 0) {
    into.append(element('p', 'There are no experiments saved in this browser.'));
    return;
  }
  const list = element('ul', '');
  for (const { name, savedAt, text } of texts) {
    const item = element('li', `${name}, saved ${new Date(savedAt).toLocaleString()} `);
    item.append(button(`Download ${name}`, () => downloadText(fileName(name), text)));
    list.append(item);
  }
  into.append(element('h2', 'Saved in this browser'), list);
}

function actions(...buttons: readonly HTMLElement[]): HTMLElement {
  const line = element('p', '');
  line.append(...buttons.flatMap((each) => [each, ' ']));
  return line;
}

function button(title: string, run: () => void): HTMLElement {
  const made = element('button', title) as HTMLButtonElement;
  made.type = 'button';
  made.addEventListener('click', run);
  return made;
}

function element(name: keyof HTMLElementTagNameMap, text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
