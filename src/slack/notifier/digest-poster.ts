import { localDate } from '../../deadline/local-date.js';
import type { Policy } from '../../deadline/policy.js';
import type { DueDigest } from '../../handling/due-digest.js';
import type { Outcome } from '../../handling/ports.js';
import { allInSlices } from '../../handling/slices.js';
import type { Week } from '../../handling/week.js';
import { defined } from '../../report/defined.js';
import { show } from '../views/surfaces.js';
import type { Profile } from '../workspace/people.js';
import type { CardPoster } from './card-poster.js';

type DigestPosterDeps = Readonly<{
  policy: Policy;
  cards: Pick<CardPoster, 'tell'>;
  profileOf(user: string): Promise<Profile | undefined>;
}>;

/** Posts a digest in the security channel, or alone who has come on duty, with the names of people as far as Slack tells them. */
export async function postDigest(
  deps: DigestPosterDeps,
  digest: DueDigest,
  uncertain: boolean,
  now: Date,
): Promise<Outcome> {
  const { calendar, teamLanguage } = deps.policy;
  const { onDuty } = digest;
  const duty = onDuty === undefined ? [] : [`duty/${localDate(now, calendar.zone)}/${onDuty}`];
  const told = digest.told.map(({ key, number }) => `${key}/${number}`);
  const key = ['digest', ...duty, ...told].join(' ').slice(0, 200);
  return await deps.cards.tell({ key, uncertain }, async () => {
    const named = await namesIn([digest], deps.profileOf);
    const { lines, onDuty: person } = named(digest);
    if (lines.length === 0 && person !== undefined) return show('onDutyLine', person, teamLanguage);
    return show('teamDigest', { ...named(digest), calls: callsIn(digest), calendar, now }, teamLanguage);
  });
}

/**
 * Posts the weekly digest of a date, with the digest of what is due, unless it is there: a restored database doesn't know of it. Then
 * the outcome has no `ts`.
 */
export async function postWeek(
  deps: DigestPosterDeps,
  week: Week,
  date: string,
  digest: DueDigest,
  now: Date,
): Promise<Outcome> {
  return await deps.cards.tell({ key: `week ${date}`, uncertain: true }, async () => {
    const { calendar, teamLanguage } = deps.policy;
    const named = await namesIn([week, digest], deps.profileOf);
    const today = digest.lines.length === 0 ? {} : { today: { ...named(digest), calls: callsIn(digest) } };
    const { onDuty } = named(digest);
    return show(
      'weeklyDigest',
      { ...week, ...named(week), ...today, ...defined({ onDuty }), calendar, now },
      teamLanguage,
    );
  });
}

const callsIn = ({ calls }: DueDigest) => calls.map((user) => ({ user }));

/** Puts the names of responders, as far as Slack tells them, into a digest that is among these. */
async function namesIn(
  digests: readonly Pick<DueDigest, 'lines' | 'holders' | 'onDuty'>[],
  profileOf: DigestPosterDeps['profileOf'],
) {
  const users = new Set(
    digests.flatMap(({ holders, onDuty = [] }) => [...holders.flatMap(({ user = [] }) => user), onDuty].flat()),
  );
  const profiles = await allInSlices([...users], profileOf);
  const names = new Map(profiles.flatMap((profile) => (profile === undefined ? [] : [[profile.user, profile.name]])));
  const nameOf = (user: string | undefined) => defined({ name: user === undefined ? undefined : names.get(user) });
  return ({ lines, holders, onDuty }: Pick<DueDigest, 'lines' | 'holders' | 'onDuty'>) => ({
    lines: lines.map((line) => ({ ...line, ...nameOf(line.responder) })),
    holders: holders.map((one) => ({ ...one, ...nameOf(one.user) })),
    ...(onDuty === undefined ? {} : { onDuty: { user: onDuty, name: names.get(onDuty) ?? '' } }),
  });
}
