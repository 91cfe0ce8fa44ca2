/** One call of the Web API, as it came and as it was answered. */
export type ApiCall = Readonly<{
  method: string;
  /** Parsed: JSON arguments are values. Without the token. */
  args: Readonly<Record<string, unknown>>;
  /** What was answered; `undefined` where the connection broke. */
  response: Readonly<{ status: number; body: Readonly<Record<string, unknown>> }> | undefined;
  at: Date;
}>;
