type State = { next: Map<string, number>; link: number; length: number };

/**
 * For each place in `text`, how many tokens up to there are also in `secret`, in a row and in the same order. It uses a suffix
 * automaton, so time grows with the sum of both lengths, whatever repeats in them.
 */
export function sharedLengths(text: readonly string[], secret: readonly string[]): number[] {
  const states = automaton(secret);
  const at = (index: number): State => states[index] ?? { next: new Map(), link: -1, length: 0 };
  let [state, length] = [0, 0];
  return text.map((token) => {
    while (state > 0 && !at(state).next.has(token)) {
      state = at(state).link;
      length = at(state).length;
    }
    const next = at(state).next.get(token);
    if (next === undefined) return 0;
    state = next;
    length += 1;
    return length;
  });
}

function automaton(tokens: readonly string[]): readonly State[] {
  const root: State = { next: new Map(), link: -1, length: 0 };
  const states = [root];
  let last = 0;
  for (const token of tokens) {
    const added = states.length;
    states.push({ next: new Map(), link: 0, length: (states[last] ?? root).length + 1 });
    let from = last;
    last = added;
    for (let state = states[from]; state !== undefined && !state.next.has(token); state = states[from]) {
      state.next.set(token, added);
      from = state.link;
    }
    const parent = states[from];
    const target = parent?.next.get(token);
    const reached = target === undefined ? undefined : states[target];
    const own = states[added];
    if (parent === undefined || target === undefined || reached === undefined || own === undefined) continue;
    if (reached.length === parent.length + 1) {
      own.link = target;
      continue;
    }
    const copy = states.length;
    states.push({ next: new Map(reached.next), link: reached.link, length: parent.length + 1 });
    for (let state = states[from]; state?.next.get(token) === target; state = states[from]) {
      state.next.set(token, copy);
      from = state.link;
    }
    reached.link = copy;
    own.link = copy;
  }
  return states;
}
