/** `by` asked `to` to take a report over from `from`. People are mentions, marked up already. */
type HandOver = Readonly<{ id: string; by: string; to: string; from: string }>;

export const handOver = {
  heading: (id: string) => `Take over ${id}?`,
  offered: ({ id, by, from }: HandOver) =>
    by === from
      ? `${by} asks you to take over ${id}. Until you accept, it stays theirs.`
      : `${by} asks you to take over ${id} from ${from}. Until you accept, it stays theirs.`,
  offer_made: ({ id, by, to }: HandOver) =>
    `${by} has asked ${to} to take over ${id} from you. Until they accept, it stays yours.`,
  offer_accepted: ({ id, to }: HandOver) => `${to} has taken over ${id} from you.`,
  offer_declined: ({ id, to }: HandOver) => `${to} can't take over ${id}. It stays yours.`,
  accept: 'Accept',
  decline: 'Decline',
};
