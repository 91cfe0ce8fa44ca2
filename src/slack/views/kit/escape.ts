import { visible } from './visible.js';

/** Text as it stands in marked-up text: it can ping nobody, link nowhere and hide nothing. */
export function escapeMrkdwn(text: string): string {
  return escapeMarks(visible(text));
}

/** The same for text that was made visible already. */
export function escapeMarks(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
