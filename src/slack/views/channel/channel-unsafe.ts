import type { ChannelUnsafeFacts } from '../channel-facts.js';
import { surface } from '../declare-surface.js';
import { marked, plain, section } from '../kit/blocks.js';

/** Tells a lead that the security channel may not be used, and why. It says nothing of any report. */
export const channelUnsafe = surface(
  'message',
  'lead',
  'A',
  ({ channel, reasons }: ChannelUnsafeFacts, { securityChannelAlert: say, terms }) => {
    const heading = say.heading(`<#${channel}>`);
    const why = reasons.map((reason) => say.reason[reason]);
    return {
      text: terms.followed(heading, ...why, say.consequence),
      blocks: [
        section(marked(heading)),
        ...(why.length === 0 ? [] : [section(plain(why.map((one) => `• ${one}`).join('\n')))]),
        section(plain(say.consequence)),
        section(plain(say.wayOut)),
      ],
    };
  },
);
