import type { Policy } from '../../deadline/policy.js';
import type { Handle } from '../../handling/handle.js';
import type { Log } from '../../handling/log.js';
import type { RateLimiter, Reports } from '../../handling/ports.js';
import type { SubmitForm } from '../../handling/submit-report.js';
import type { IntakePublisher } from '../notifier/intake-publisher.js';
import type { Access } from '../workspace/access.js';
import type { AnnouncementChannel } from '../workspace/announcement-channel.js';
import type { People } from '../workspace/people.js';

/** What the handlers work with. */
export type HandlerDeps = Readonly<{
  reports: Reports;
  handle: Handle;
  submit: SubmitForm;
  access: Access;
  people: People;
  policy: Policy;
  clock: () => Date;
  log: Log;
  rateLimits: RateLimiter;
  intakePublisher: IntakePublisher;
  announcementChannel: AnnouncementChannel;
  /** The security channel's id. */
  channel: string;
}>;
