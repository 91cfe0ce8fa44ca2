/** Asks once in `ms` milliseconds at most. Whoever asks in between gets the same answer; one that failed is a no. */
export function askedAtMost(ms: number, ask: () => Promise<boolean>): () => Promise<boolean> {
  let answer: Promise<boolean> | undefined;
  let askedAt = 0;
  return () => {
    const now = performance.now();
    if (answer === undefined || now - askedAt >= ms) {
      askedAt = now;
      answer = ask().catch(() => false);
    }
    return answer;
  };
}
