/** Numbers waiting with a rank; the one of the lowest rank comes first. Kept as a heap in two arrays. */
export interface LeastFirst {
  readonly size: () => number;
  readonly push: (item: number, rank: number) => void;
  /** The lowest rank there is. */
  readonly leastRank: () => number;
  /** Takes out the item of the lowest rank; there has to be one. */
  readonly pop: () => number;
}

export function createLeastFirst(): LeastFirst {
  const items: number[] = [];
  const ranks: number[] = [];
  const put = (place: number, item: number, rank: number) => {
    items[place] = item;
    ranks[place] = rank;
  };
  return {
    size: () => items.length,
    leastRank: () => ranks[0]!,
    push(item, rank) {
      let place = items.length;
      while (place > 0) {
        const above = (place - 1) >> 1;
        if (ranks[above]! <= rank) break;
        put(place, items[above]!, ranks[above]!);
        place = above;
      }
      put(place, item, rank);
    },
    pop() {
      const least = items[0]!;
      const [item, rank] = [items.pop()!, ranks.pop()!];
      const length = items.length;
      if (length === 0) return least;
      let place = 0;
      for (;;) {
        let below = 2 * place + 1;
        if (below >= length) break;
        if (below + 1 < length && ranks[below + 1]! < ranks[below]!) below += 1;
        if (ranks[below]! >= rank) break;
        put(place, items[below]!, ranks[below]!);
        place = below;
      }
      put(place, item, rank);
      return least;
    },
  };
}
