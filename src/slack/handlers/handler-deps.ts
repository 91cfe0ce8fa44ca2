import type { Policy } from '../../deadline/policy.js';
import type { AuditTrail } from '../../handling/audit.js';
import type { AuditWriter } from '../../handling/audit-writer.js';
import type { CurrentPolicy } from '../../handling/current-policy.js';
import type { Erasures } from '../../handling/erasure.js';
import type { Handle } from '../../handling/handle.js';
import type { LastReminder } from '../../handling/last-reminders.js';
import type { Log } from '../../handling/log.js';
import type { RateLimiter, Reports, Rosters, People as Wakes } from '../../handling/ports.js';
import type { Holds } from '../../handling/restore-hold.js';
import type { SubmitForm } from '../../handling/submit-report.js';
import type { IntakePublisher } from '../notifier/intake-publisher.js';
import type { TellPerson } from '../notifier/tell-person.js';
import type { TellWithinHours } from '../notifier/tell-within-hours.js';
import type { Access } from '../workspace/access.js';
import type { AnnouncementChannel } from '../workspace/announcement-channel.js';
import type { People } from '../workspace/people.js';

/** What is asked and said about duty. `saved`: the loop looks at once. `tell`: a colleague hears of it at once. */
export type DutyDeps = Readonly<{
  rosters: Rosters;
  current: CurrentPolicy;
  wake: Wakes['wake'];
  snooze: Wakes['snooze'];
  /** The last reminders before deadlines that a person would get between now and then. */
  lastReminders: (user: string, now: Date, until: Date) => Promise<readonly LastReminder[]>;
  saved: () => void;
  tell: TellPerson;
  tellWithinHours: TellWithinHours;
}>;

/** What the handlers work with. */
export type HandlerDeps = Readonly<{
  reports: Reports;
  handle: Handle;
  submit: SubmitForm;
  access: Access;
  people: People;
  policy: Policy;
  duty: DutyDeps;
  clock: () => Date;
  erasures: Erasures;
  trail: Pick<AuditTrail, 'add'>;
  /** To be called when something was erased from the database: the rest follows. */
  erasureBegun: () => void;
  log: Log;
  rateLimits: RateLimiter;
  holds: Pick<Holds, 'agree'>;
  audit: Pick<AuditWriter, 'note'>;
  intakePublisher: IntakePublisher;
  announcementChannel: AnnouncementChannel;
  /** The security channel's id. */
  channel: string;
}>;
