import { z } from 'zod';
import { Language } from '../../report/form.js';
import { ReplyPurpose, Route } from '../../report/message.js';
import { ReportId } from '../../report/report-id.js';
import { Status } from '../../report/status.js';

/** What `private_metadata` holds: a report's id; for an assignment whom the presser saw in charge; for a reply why it is written; what was looked at. */
export const ModalMetadata = z.object({
  id: ReportId,
  instead: z.string().optional(),
  purpose: z.enum(['question', 'information']).optional(),
  route: Route.optional(),
  reply: ReplyPurpose.optional(),
  /** The place in the history of what was looked at: the advisory that was prepared, or the lines that were accepted. */
  place: z.number().int().nonnegative().optional(),
  /** The mark of the draft that the modal was drawn with: another text is somebody's own. */
  drafted: z.string().optional(),
  /** The mark of the severity whose score the modal shows. */
  scored: z.string().optional(),
  /** How the report stood when the modal was opened. */
  seen: Status.optional(),
  /** Until when somebody is snoozed, in milliseconds. */
  until: z.number().int().optional(),
  /** Of a report that is read page by page: the one that is shown, from 0. */
  page: z.number().int().nonnegative().optional(),
  /** The language in which the modal was drawn, and is answered. */
  language: Language.optional(),
});
export type ModalMetadata = z.infer<typeof ModalMetadata>;

export function writeModalMetadata(metadata: ModalMetadata): string {
  return JSON.stringify(metadata);
}

/** The `private_metadata` of a modal with its language added. */
export function withLanguage(metadata: string | undefined, language: Language): string {
  return JSON.stringify({ ...(metadata ? JSON.parse(metadata) : {}), language });
}

const LanguageAlone = ModalMetadata.pick({ language: true });

/** The language in which a modal was drawn; `undefined` of one that an older version drew. */
export function languageIn(metadata: string): Language | undefined {
  try {
    return LanguageAlone.safeParse(JSON.parse(metadata)).data?.language;
  } catch {
    return undefined;
  }
}

/** Reads `private_metadata` back; `undefined` when it isn't ours. */
export function readModalMetadata(metadata: string): ModalMetadata | undefined {
  try {
    return ModalMetadata.safeParse(JSON.parse(metadata)).data;
  } catch {
    return undefined;
  }
}
