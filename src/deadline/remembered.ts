/** Answers remembered for each owner: when they are so many, it starts afresh. */
const mostKept = 5000;

/** A function that remembers what it said of an owner, which never changes, under a key. */
export function remembered<Owner extends object, Asked, Said>(
  keyOf: (asked: Asked) => string | number,
  find: (owner: Owner, asked: Asked) => Said,
): (owner: Owner, asked: Asked) => Said {
  const known = new WeakMap<Owner, Map<string | number, Said>>();
  return (owner, asked) => {
    const ofOwner = known.get(owner) ?? new Map<string | number, Said>();
    known.set(owner, ofOwner);
    const key = keyOf(asked);
    if (ofOwner.has(key)) return ofOwner.get(key) as Said;
    const said = find(owner, asked);
    if (ofOwner.size >= mostKept) ofOwner.clear();
    ofOwner.set(key, said);
    return said;
  };
}
