/** The code of a failed look-up of a host's name, such as ENOTFOUND; `undefined` for any other error. */
export function failedLookup(error: unknown): string | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1)
    if ('syscall' in at && 'code' in at && /^(getaddrinfo|query)/.test(String(at.syscall))) return String(at.code);
  return undefined;
}
