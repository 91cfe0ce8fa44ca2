/** What may go wrong with a Web API call. */
export type Fault = Readonly<
  /** 429 with `Retry-After` in seconds. */
  | { kind: 'rate_limited'; retryAfter: number }
  | { kind: 'http'; status: 500 | 502 | 503 }
  /** The connection breaks and nothing is done. */
  | { kind: 'reset' }
  /** The work is done at once, and answered so many milliseconds later. */
  | { kind: 'slow'; ms: number }
  /** 200 with an HTML page, and nothing is done. */
  | { kind: 'html' }
  /** The work is done, and the connection breaks before the answer. */
  | { kind: 'commit_then_drop' }
  /** `{ ok: false, error }`, and nothing is done. */
  | { kind: 'error'; code: string }
>;

export type Faults = Readonly<{
  /** The next `times` (1) calls of the method fail so; `'*'` is any method. Faults are used in the order they were given. */
  next(method: string, fault: Fault, times?: number): void;
  /** Decides about each call without a fault from `next`; `undefined` lets it succeed. Replaces the earlier function. */
  decide(choose: (method: string, args: Readonly<Record<string, unknown>>) => Fault | undefined): void;
  /** Until `restoreToken`, every call with the bot token answers `token_revoked`. */
  revokeToken(): void;
  restoreToken(): void;
  /** Drops the faults that have not happened yet. */
  clear(): void;
  /** How many faults from `next` have not happened yet. */
  pending(): number;
}>;

export type FaultPlan = Faults &
  Readonly<{
    take(method: string, args: Readonly<Record<string, unknown>>): Fault | undefined;
    tokenRevoked(): boolean;
  }>;

export function createFaults(): FaultPlan {
  let planned: { method: string; fault: Fault }[] = [];
  let choose: Parameters<Faults['decide']>[0] = () => undefined;
  let revoked = false;
  return {
    next: (method, fault, times = 1) => {
      for (let n = 0; n < times; n++) planned.push({ method, fault });
    },
    decide: (chooser) => {
      choose = chooser;
    },
    revokeToken: () => {
      revoked = true;
    },
    restoreToken: () => {
      revoked = false;
    },
    clear: () => {
      planned = [];
      choose = () => undefined;
    },
    pending: () => planned.length,
    take: (method, args) => {
      const at = planned.findIndex((one) => one.method === method || one.method === '*');
      return at < 0 ? choose(method, args) : planned.splice(at, 1)[0]?.fault;
    },
    tokenRevoked: () => revoked,
  };
}
