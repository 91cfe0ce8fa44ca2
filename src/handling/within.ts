/**
 * What `work` comes to, or `late` once `ms` milliseconds are over. The work itself goes on; no timer stays behind, so that
 * none keeps the process up. It lives here because the modules that wait, `ops`, `slack` and `commands`, all see `handling`.
 */
export async function within<T, Late>(ms: number, work: Promise<T>, late: Late): Promise<T | Late> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<Late>((resolve) => {
    timer = setTimeout(resolve, ms, late);
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
  }
}
