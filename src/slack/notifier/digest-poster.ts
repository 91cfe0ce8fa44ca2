import type { Policy } from '../../deadline/policy.js';
import type { DueDigest } from '../../handling/due-digest.js';
import type { Outcome } from '../../handling/ports.js';
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
  { lines, told, calls, holders }: DueDigest,
  uncertain: boolean,
  now: Date,
): Promise<Outcome> {
  const key = `digest ${told.map(({ key, number }) => `${key}/${number}`).join(' ')}`.slice(0, 200);
  return await cards.tell({ key, uncertain }, async () => {
    const users = holders.flatMap(({ user }) => user ?? []);
    const profiles = await Promise.all(users.map(profileOf));
    const names = new Map(profiles.flatMap((profile) => (profile === undefined ? [] : [[profile.user, profile.name]])));
    const nameOf = (user: string | undefined) => defined({ name: user === undefined ? undefined : names.get(user) });
    return show(
      'teamDigest',
      {
        lines: lines.map((line) => ({ ...line, ...nameOf(line.responder) })),
        calls: calls.map((user) => ({ user })),
        holders: holders.map((one) => ({ ...one, ...nameOf(one.user) })),
        calendar: policy.calendar,
        now,
      },
      policy.teamLanguage,
    );
  });
}
