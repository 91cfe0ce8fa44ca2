import type { Policy } from '../../deadline/policy.js';
import type { DueDigest } from '../../handling/due-digest.js';
import type { Outcome } from '../../handling/ports.js';
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

/** Posts a digest in the security channel, with the names of responders as far as Slack tells them. */
export async function postDigest(
  { policy, cards, profileOf }: DigestPosterDeps,
  digest: DueDigest,
  uncertain: boolean,
  now: Date,
): Promise<Outcome> {
  const key = `digest ${digest.told.map(({ key, number }) => `${key}/${number}`).join(' ')}`.slice(0, 200);
  const { calls } = digest;
  return await cards.tell({ key, uncertain }, async () => {
    const facts = await withNames(digest, profileOf);
    const { calendar, teamLanguage } = policy;
    return show('teamDigest', { ...facts, calls: calls.map((user) => ({ user })), calendar, now }, teamLanguage);
  });
}

/** Posts the weekly digest of a date, unless it is there: a restored database doesn't know of it. */
export async function postWeek(
  { policy, cards, profileOf }: DigestPosterDeps,
  week: Week,
  date: string,
  now: Date,
): Promise<Outcome> {
  return await cards.tell({ key: `week ${date}`, uncertain: true }, async () => {
    const facts = await withNames(week, profileOf);
    return show('weeklyDigest', { ...week, ...facts, calendar: policy.calendar, now }, policy.teamLanguage);
  });
}

async function withNames(
  { lines, holders }: Pick<DueDigest, 'lines' | 'holders'>,
  profileOf: DigestPosterDeps['profileOf'],
) {
  const profiles = await Promise.all(holders.flatMap(({ user }) => user ?? []).map(profileOf));
  const names = new Map(profiles.flatMap((profile) => (profile === undefined ? [] : [[profile.user, profile.name]])));
  const nameOf = (user: string | undefined) => defined({ name: user === undefined ? undefined : names.get(user) });
  return {
    lines: lines.map((line) => ({ ...line, ...nameOf(line.responder) })),
    holders: holders.map((one) => ({ ...one, ...nameOf(one.user) })),
  };
}
