// The experiments that come with the studio.
import type { Files } from './files.ts';

/** An entry of public/examples/index.json. */
export interface Example {
  /** Its file, beside the index. */
  readonly file: string;
  readonly title: string;
  readonly summary: string;
}

export interface Examples {
  list(): Promise<readonly Example[]>;
  open(example: Pick<Example, 'file'>): Promise<boolean>;
  /** What a newcomer sees first. */
  readonly first: () => Promise<string>;
}

export function createExamples(files: Files, fetchText: (path: string) => Promise<string>): Examples {
  let index: Promise<readonly Example[]> | undefined;
  return {
    list() {
      index ??= fetchText('examples/index.json').then((text) => JSON.parse(text) as readonly Example[]);
      // What failed once may work the next time.
      index.catch(() => (index = undefined));
      return index;
    },
    async open({ file }) {
      return files.openText(await fetchText(`examples/${file}`), file, { untouched: true });
    },
    first: () => fetchText('examples/ping.json'),
  };
}
