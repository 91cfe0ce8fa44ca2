/** What a computation comes to that would pause between its pieces. */
export function atOnce<T>(computation: Generator<void, T>): T {
  for (;;) {
    const { done, value } = computation.next();
    if (done === true) return value;
  }
}
