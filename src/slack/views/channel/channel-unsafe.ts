import { surface } from '../declare-surface.js';
import type { ChannelUnsafeFacts } from '../facts.js';
import { marked, plain, section } from '../kit/blocks.js';

/** Tells a lead that the security channel may not be used, and why. It says nothing of any report. */
export const channelUnsafe = surface(
  'message',
  'lead',
  'A',
  ({ channel, reasons }: ChannelUnsafeFacts, { securityChannelAlert: say }) => {
    const heading = say.heading(`<#${channel}>`);
    const why = reasons.map((reason) => say.reason[reason]);
    return {
      text: [heading, ...why, say.consequence].join(' '),
      blocks: [
        section(marked(heading)),
        ...(why.length === 0 ? [] : [section(plain(why.map((one) => `• ${one}`).join('\n')))]),
        section(plain(say.consequence)),
        section(plain(say.wayOut)),
      ],
    };
  },
);
