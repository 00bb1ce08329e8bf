import type { Packed } from '../../../record/chunk.ts';
import { type Column, packColumn } from '../../../record/columns.ts';

/** Rows of the first page. */
const FIRST = 1024;
/** Rows that a page has at most. */
const LARGEST = 65_536;

/**
 * A table that is filled row by row, and emptied again. It grows by pages, each twice as long as the one before up to a
 * limit: nothing is ever moved. Emptied, it keeps the first page alone.
 */
export class PagedTable<Columns extends { readonly length: number }> {
  /** The page of the row that {@link add} gave last. */
  page: Columns;
  readonly #create: (rows: number) => Columns;
  readonly #pages: Columns[];
  #rowsBefore = 0;
  #place = 0;

  /** @param create makes a table of so many rows: its length, and columns that are typed arrays. */
  constructor(create: (rows: number) => Columns) {
    this.#create = create;
    this.page = create(FIRST);
    this.#pages = [this.page];
  }

  get length(): number {
    return this.#rowsBefore + this.#place;
  }

  /** Adds a row. @returns its place in {@link page}, to be written to at once. */
  add(): number {
    if (this.#place === this.page.length) this.#nextPage();
    return this.#place++;
  }

  /**
   * All rows, in columns that are exactly as long as they need be, of narrower arrays where that will do, and the
   * caller's to keep; the table is empty then.
   */
  take(): Packed<Columns> {
    const { length } = this;
    const taken = new Map<string, unknown>([['length', length]]);
    for (const [name, first] of Object.entries(this.page)) {
      if (!ArrayBuffer.isView(first)) continue;
      const parts = this.#pages.map((page) => page[name as keyof Columns] as Column);
      taken.set(name, packColumn(parts, length));
    }
    this.#pages.length = 1;
    this.page = this.#pages[0]!;
    this.#rowsBefore = this.#place = 0;
    return Object.fromEntries(taken) as Packed<Columns>;
  }

  #nextPage(): void {
    const { length } = this.page;
    this.#rowsBefore += length;
    this.#place = 0;
    this.page = this.#create(Math.min(LARGEST, length * 2));
    this.#pages.push(this.page);
  }
}
