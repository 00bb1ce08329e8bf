// Reading the text of a file: of a long one, how far it is can be seen, and it can be left.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { PARSE_STEPS, type ParseResult, parseSteps } from '../../format/json.ts';
import { inSteps } from './in-steps.ts';

/** A long file that is being opened. */
export interface FileReading {
  readonly name: string;
  /** How much of it is read: 0 to 1. It is yet to be shown then. */
  readonly done: number;
  /** Leaves it; what is open stays open. */
  readonly cancel: () => void;
}

export interface FileReader {
  readonly reading: StoreApi<FileReading | undefined>;
  /** Reads a text and hands on what it holds; false when it was left meanwhile. */
  readonly read: (text: string, name: string, take: (result: ParseResult) => Promise<boolean>) => Promise<boolean>;
}

/** Of texts so long, in characters, the page goes on with other things while they are read. */
const LONG_TEXT = 1_000_000;

export function createFileReader(): FileReader {
  const reading = createStore<FileReading | undefined>(() => undefined);
  return {
    reading,
    async read(text, name, take) {
      if (text.length < LONG_TEXT) return take(await inSteps(parseSteps(text), false));
      let left = false;
      const cancel = () => {
        left = true;
        reading.setState(undefined, true);
      };
      const tell = (step: number) => reading.setState({ name, done: step / PARSE_STEPS, cancel }, true);
      const goOn = (step: number) => {
        if (!left) tell(step);
        return !left;
      };
      tell(0);
      try {
        const result = await inSteps(parseSteps(text), true, goOn);
        return result !== undefined && (await take(result));
      } finally {
        reading.setState(undefined, true);
      }
    },
  };
}
