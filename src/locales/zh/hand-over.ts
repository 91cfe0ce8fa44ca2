import type { Locale } from '../en.js';

export const handOver: Locale['handOver'] = {
  heading: (id) => `接手 ${id}？`,
  offered: ({ id, by, from }) =>
    by === from
      ? `${by} 请您接手 ${id}。您接受之前，仍由对方处理。`
      : `${by} 请您从 ${from} 处接手 ${id}。您接受之前，仍由 ${from} 处理。`,
  offer_made: ({ id, by, to }) => `${by} 已请 ${to} 接手您的 ${id}。对方接受之前，仍由您处理。`,
  offer_accepted: ({ id, to }) => `${to} 已接手您的 ${id}。`,
  offer_declined: ({ id, to }) => `${to} 不能接手 ${id}，仍由您处理。`,
  accept: '接受',
  decline: '谢绝',
};
