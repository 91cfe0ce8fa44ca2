import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import type { AuditActor, AuditEntry, AuditTrail } from '../handling/audit.js';

/** Adds to the audit trail what an operator is about to do. Whatever can't be noted must not be done. @throws MongoError */
export async function noteByOperator(trail: AuditTrail, entry: Omit<AuditEntry, 'by'>): Promise<void> {
  const place = { writer: randomUUID(), number: 1 };
  await trail.add([{ place, entry: { ...entry, by: operator() } }]);
}

/** Whoever types the command. */
export function operator(): AuditActor {
  return { kind: 'operator', login: login() };
}

/** A container may run under a number that has no name. */
function login(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? 'unknown'}`;
  }
}
