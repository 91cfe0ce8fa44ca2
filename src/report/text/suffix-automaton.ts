type State = { next: Map<string, State>; link: State | undefined; length: number };

/**
 * For each place in `text`, how many tokens up to there are also in `secret`, in a row and in the same order. It uses a suffix
 * automaton, so time grows with the sum of both lengths, whatever repeats in them.
 */
export function sharedLengths(text: readonly string[], secret: readonly string[]): number[] {
  let [state, length] = [automaton(secret), 0];
  return text.map((token) => {
    while (state.link !== undefined && !state.next.has(token)) {
      state = state.link;
      length = state.length;
    }
    const next = state.next.get(token);
    if (next === undefined) return 0;
    state = next;
    length += 1;
    return length;
  });
}

function automaton(tokens: readonly string[]): State {
  const root: State = { next: new Map(), link: undefined, length: 0 };
  let last = root;
  for (const token of tokens) {
    const added: State = { next: new Map(), link: root, length: last.length + 1 };
    let from: State | undefined = last;
    last = added;
    for (; from !== undefined && !from.next.has(token); from = from.link) from.next.set(token, added);
    const reached = from?.next.get(token);
    if (from === undefined || reached === undefined) continue;
    if (reached.length === from.length + 1) {
      added.link = reached;
      continue;
    }
    const copy: State = { next: new Map(reached.next), link: reached.link, length: from.length + 1 };
    for (; from?.next.get(token) === reached; from = from.link) from.next.set(token, copy);
    reached.link = copy;
    added.link = copy;
  }
  return root;
}
