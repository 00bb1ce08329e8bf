// Reads JSON text without making values of it. JSON.parse is fast but tells little and lets too much pass: its messages
// differ between Node and browsers, and of two fields with one name it silently drops the first.

import { printNumber } from '../model/number-text.ts';
import { isSecretName } from '../model/secret-attribute.ts';
import { adviseOnWord } from './json-advice.ts';

/** From the root to a value: names of fields and places in lists. */
export type JsonPath = readonly (string | number)[];

/** Whether the value at a path may be a secret, which must not be quoted: only its name is known here. */
export function mayBeSecret(path: JsonPath): boolean {
  const name = path.at(-1);
  // What a step sets, or a default, may be a secret whose name stands elsewhere.
  return typeof name === 'string' && (name === 'value' || name === 'default' || isSecretName(name));
}

/** Why a text can't be taken as JSON, and where: an offset in UTF-16 units. */
export interface JsonFault {
  readonly offset: number;
  readonly path: JsonPath;
  readonly message: string;
}

/** Values whose places are asked for, as a tree; the scan fills in the offsets. */
export interface Wanted {
  offset: number;
  readonly children: Map<string | number, Wanted>;
}

/** A number that would not be printed as it is written: one with more digits than a number holds, 1e400, 1.0. */
export interface WrittenNumber {
  readonly path: JsonPath;
  readonly text: string;
}

/** How deep lists and objects nest: more than any experiment needs, few enough for every recursive function. */
export const MAX_DEPTH = 200;

const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /[\w.+-]+/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
/** The next character that ends a plain stretch of text: quote, backslash, control character. */
// oxlint-disable-next-line no-control-regex -- control characters are what JSON forbids in text
const TEXT_END = /["\\\u0000-\u001f]/g;

/**
 * Looks through a text for the first thing that keeps it from being taken as JSON: what the grammar forbids, and what
 * JSON.parse would let pass with a loss (two fields of one name, endless nesting).
 * @param wanted places to note on the way.
 * @param numbers takes the numbers that would not be printed as they are written.
 * @param mostDepth how deep lists and objects may nest.
 */
export function scanJson(
  text: string,
  wanted?: Wanted,
  numbers?: WrittenNumber[],
  mostDepth = MAX_DEPTH,
): JsonFault | undefined {
  const scanner = new Scanner(text, numbers, mostDepth);
  try {
    scanner.document(wanted);
    return undefined;
  } catch (fault) {
    if (fault instanceof Found) return fault.fault;
    throw fault;
  }
}

class Found extends Error {
  readonly fault: JsonFault;
  constructor(fault: JsonFault) {
    super(fault.message);
    this.fault = fault;
  }
}

class Scanner {
  readonly #text: string;
  #at = 0;
  #depth = 0;
  readonly #path: (string | number)[] = [];
  /** Where the lists and objects begin that are open now. */
  readonly #opened: number[] = [];
  readonly #numbers: WrittenNumber[] | undefined;

  readonly #mostDepth: number;

  constructor(text: string, numbers: WrittenNumber[] | undefined, mostDepth: number) {
    this.#mostDepth = mostDepth;
    this.#text = text;
    this.#numbers = numbers;
  }

  document(wanted: Wanted | undefined): void {
    this.#space();
    if (this.#at === this.#text.length) this.#fail('the file is empty');
    if (this.#text[this.#at] === '<') this.#fail('this is XML or HTML, not JSON');
    this.#value(wanted);
    this.#space();
    if (this.#at === this.#text.length) return;
    this.#failAtComment();
    this.#fail('there is more text after the end of the experiment: remove it');
  }

  #value(wanted: Wanted | undefined): void {
    if (wanted) wanted.offset = this.#at;
    switch (this.#text.charCodeAt(this.#at)) {
      case OPEN_BRACE:
        return this.#object(wanted);
      case OPEN_BRACKET:
        return this.#list(wanted);
      case QUOTE:
        this.#string();
        return undefined;
      default:
        return this.#scalar();
    }
  }

  #object(wanted: Wanted | undefined): void {
    const depth = this.#open();
    const names = new Names();
    if (this.#next() !== CLOSE_BRACE) {
      for (;;) {
        const start = this.#at;
        if (this.#text.charCodeAt(start) !== QUOTE) this.#failAtName();
        const name = this.#string();
        this.#path[depth] = name;
        if (!names.add(name)) this.#fail(`'${name}' stands here twice: keep one of the two`, start);
        if (this.#next() !== COLON) this.#failAtComment();
        if (this.#text.charCodeAt(this.#at) !== COLON) this.#fail(`a colon is missing after the name '${name}'`);
        this.#at += 1;
        this.#next();
        this.#value(wanted?.children.get(name));
        if (this.#afterItem(CLOSE_BRACE) === CLOSE_BRACE) break;
      }
    }
    this.#close();
  }

  #list(wanted: Wanted | undefined): void {
    const depth = this.#open();
    if (this.#next() !== CLOSE_BRACKET) {
      for (let index = 0; ; index += 1) {
        this.#path[depth] = index;
        this.#value(wanted?.children.get(index));
        if (this.#afterItem(CLOSE_BRACKET) === CLOSE_BRACKET) break;
      }
    }
    this.#close();
  }

  #open(): number {
    const depth = this.#depth;
    if (depth === this.#mostDepth) this.#fail(`lists and objects are nested more than ${this.#mostDepth} levels deep`);
    this.#opened[depth] = this.#at;
    this.#at += 1;
    this.#depth = depth + 1;
    return depth;
  }

  #close(): void {
    this.#at += 1;
    this.#depth -= 1;
    this.#path.length = this.#depth;
  }

  /** Goes past a comma to the next item; leaves the closing bracket where it is. */
  #afterItem(closing: number): number {
    const found = this.#next();
    if (found === closing) return found;
    const bracket = String.fromCharCode(closing);
    if (found !== COMMA) {
      this.#failAtComment();
      this.#fail(`a comma or '${bracket}' is missing before this`);
    }
    this.#at += 1;
    if (this.#next() === closing)
      this.#fail(`a comma stands before '${bracket}' with nothing after it: remove the comma`);
    return COMMA;
  }

  /** Reads a text in quotes; gives it without them. */
  #string(): string {
    const text = this.#text;
    const start = this.#at;
    let escaped = false;
    this.#at += 1;
    for (;;) {
      TEXT_END.lastIndex = this.#at;
      const end = TEXT_END.exec(text);
      if (!end) this.#failAtEnd();
      this.#at = end.index;
      const code = text.charCodeAt(this.#at);
      if (code === QUOTE) break;
      if (code !== BACKSLASH) this.#fail('a line break or control character in a text: write \\n, or close the quotes');
      ESCAPE.lastIndex = this.#at;
      if (!ESCAPE.test(text)) {
        if (this.#at + 6 > text.length && !text.includes('"', this.#at + 1)) this.#failAtEnd();
        this.#fail('a backslash in a text must be written twice (\\\\)');
      }
      this.#at = ESCAPE.lastIndex;
      escaped = true;
    }
    this.#at += 1;
    return escaped ? (JSON.parse(text.slice(start, this.#at)) as string) : text.slice(start + 1, this.#at - 1);
  }

  #scalar(): void {
    const start = this.#at;
    if (start === this.#text.length) this.#failAtEnd();
    WORD.lastIndex = start;
    const word = WORD.exec(this.#text)?.[0];
    if (word === undefined) this.#failAtSign();
    this.#at = start + word.length;
    if (word === 'true' || word === 'false' || word === 'null') return;
    NUMBER.lastIndex = start;
    if (NUMBER.test(this.#text) && NUMBER.lastIndex === this.#at) {
      if (this.#numbers && printNumber(Number(word)) !== word)
        this.#numbers.push({ path: this.#path.slice(0, this.#depth), text: word });
      return;
    }
    if (this.#at === this.#text.length && this.#depth > 0) this.#failAtEnd();
    this.#fail(adviseOnWord(word, mayBeSecret(this.#path.slice(0, this.#depth))), start);
  }

  /** Skips space and gives the code of the character after it; NaN at the end of the text. */
  #next(): number {
    this.#space();
    return this.#text.charCodeAt(this.#at);
  }

  #space(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
      this.#at += 1;
    }
  }

  #failAtName(): never {
    const sign = this.#text[this.#at];
    if (sign === "'" || (sign !== undefined && /[\w$]/.test(sign)))
      this.#fail('the name of a field must stand in double quotes');
    return this.#failAtSign();
  }

  #failAtSign(): never {
    const sign = this.#text[this.#at];
    if (sign === undefined) this.#failAtEnd();
    if (sign === "'" || sign === '`') this.#fail(`a text must stand in double quotes, not in ${sign}`);
    if (/[\u201c-\u201f\u2018-\u201b\u00ab\u00bb]/.test(sign))
      this.#fail(`a text must stand in straight double quotes ("), not in ${sign}`);
    this.#failAtComment();
    this.#fail(`'${sign}' is not expected here`);
  }

  /** Fails where a comment begins. */
  #failAtComment(): void {
    const sign = this.#text[this.#at];
    if (sign === '#' || (sign === '/' && /[/*]/.test(this.#text[this.#at + 1] ?? '')))
      this.#fail('JSON has no comments: remove this one');
  }

  #failAtEnd(): never {
    const opened = this.#opened[this.#depth - 1];
    this.#at = this.#text.length;
    if (opened === undefined || this.#depth === 0) this.#fail('the file ends too early: it was probably cut off');
    const line = this.#text.slice(0, opened).split('\n').length;
    const what = this.#text.charCodeAt(opened) === OPEN_BRACE ? 'object' : 'list';
    this.#fail(
      `the file ends too early, the ${what} that begins in line ${line} is not closed: it was probably cut off`,
    );
  }

  #fail(message: string, offset = this.#at): never {
    // In the midst of an object or list that is cut off, say that, whatever else was expected.
    if (offset === this.#text.length && this.#depth > 0 && !message.startsWith('the file ends')) this.#failAtEnd();
    throw new Found({ offset, path: this.#path.slice(0, this.#depth), message });
  }
}

/** The names met in one object. Most have a few, for which a list is faster than a set. */
class Names {
  readonly #few: string[] = [];
  #many: Set<string> | undefined;

  /** @returns false when the name was there before. */
  add(name: string): boolean {
    if (this.#many) {
      const before = this.#many.size;
      return this.#many.add(name).size > before;
    }
    if (this.#few.includes(name)) return false;
    this.#few.push(name);
    if (this.#few.length > 16) this.#many = new Set(this.#few);
    return true;
  }
}
