import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault, FaultPlan } from '../faults.js';
import { readBody } from '../read-body.js';
import { needScope } from './access.js';
import type { ApiCall } from './api-call.js';
import { ApiError } from './api-error.js';
import { type Arguments, readArguments } from './arguments.js';
import type { ApiContext } from './method.js';
import { methods } from './methods.js';

export type ApiHost = Readonly<{
  context: Omit<ApiContext, 'args'>;
  botToken: string;
  appToken: string;
  faults: FaultPlan;
  record: (call: ApiCall) => void;
}>;

type Answer = Readonly<{ status: number; body: Readonly<Record<string, unknown>> }>;

/** Answers one call of the Web API as Slack does: refusals are 200 with `ok: false`. */
export async function answerCall(
  host: ApiHost,
  method: string,
  query: URLSearchParams,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { world, now } = host.context;
  const body = await readBody(request);
  let args: Arguments = {};
  let fault: Fault | undefined;
  const act = (): Answer => {
    try {
      const given = readArguments(body, query, request.headers['content-type'] ?? '', request.headers.authorization);
      args = given.args;
      fault = host.faults.take(method, args);
      return (fault && instead(fault)) ?? { status: 200, body: { ok: true, ...run(host, method, given.token, args) } };
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const messages = error.lines.length > 0 ? { response_metadata: { messages: error.lines } } : {};
      return { status: 200, body: { ok: false, error: error.code, ...error.extra, ...messages } };
    }
  };
  const answer = act();
  const broken = fault?.kind === 'reset' || fault?.kind === 'commit_then_drop';
  host.record({ method, args, response: broken ? undefined : answer, at: now() });
  if (broken) return void request.socket.destroy();
  if (fault?.kind === 'slow') await sleep(fault.ms);
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    date: now().toUTCString(),
    'x-oauth-scopes': [...world.app().scopes].sort().join(','),
    ...(fault?.kind === 'rate_limited' ? { 'retry-after': String(fault.retryAfter) } : {}),
  };
  if (fault?.kind === 'html')
    return void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>…</html>');
  response.writeHead(answer.status, headers).end(JSON.stringify(answer.body));
}

/** The answer that a fault gives in place of the work; `undefined` where the work is done all the same. */
function instead(fault: Fault): Answer | undefined {
  switch (fault.kind) {
    case 'rate_limited':
      return { status: 429, body: { ok: false, error: 'ratelimited' } };
    case 'http':
      return { status: fault.status, body: { ok: false, error: 'internal_error' } };
    case 'error':
      return { status: 200, body: { ok: false, error: fault.code } };
    case 'reset':
    case 'html':
      return { status: 200, body: {} };
    case 'slow':
    case 'commit_then_drop':
      return undefined;
    default:
      fault satisfies never;
      return undefined;
  }
}

function run(
  { context, botToken, appToken, faults }: ApiHost,
  name: string,
  token: string | undefined,
  args: Arguments,
) {
  const method = methods.get(name);
  if (method === undefined) throw new ApiError('unknown_method', [], { req_method: name });
  if (token === undefined) throw new ApiError('not_authed');
  if (token !== botToken && token !== appToken) throw new ApiError('invalid_auth');
  if (token === botToken && faults.tokenRevoked()) throw new ApiError('token_revoked');
  if ((token === appToken) !== (method.token === 'app')) throw new ApiError('not_allowed_token_type');
  // A client makes this mistake when it takes the team of an outsider's payload for its own.
  if (args.team_id !== undefined && args.team_id !== context.world.home.id)
    throw new ApiError('team_access_not_granted');
  if (method.scope !== undefined) needScope(context.world, method.scope);
  return method.run({ ...context, args });
}
