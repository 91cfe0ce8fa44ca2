/** One call of the Web API with its answer. */
export type ApiCall = Readonly<{
  method: string;
  /** Parsed, without the token. */
  args: Readonly<Record<string, unknown>>;
  /** `undefined` where the connection broke. */
  response: Readonly<{ status: number; body: Readonly<Record<string, unknown>> }> | undefined;
  at: Date;
}>;
