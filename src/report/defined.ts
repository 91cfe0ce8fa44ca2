type Undefinable<T> = { [K in keyof T]-?: undefined extends T[K] ? K : never }[keyof T];

/** The same object without the properties whose value is `undefined`: an absent field is left out, never stored or sent. */
export function defined<T extends object>(
  all: T,
): Omit<T, Undefinable<T>> & { [K in Undefinable<T>]?: Exclude<T[K], undefined> } {
  const kept: Partial<T> = {};
  for (const name of Object.keys(all) as (keyof T)[]) if (all[name] !== undefined) kept[name] = all[name];
  return kept as ReturnType<typeof defined<T>>;
}
