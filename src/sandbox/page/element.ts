import type { ConfirmationDialog, Option, PlainTextElement } from '@slack/types';
import { attributes } from './html.js';

/** An interactive element as Slack sends it. The fields that differ by type are read where the type is known. */
export type Element = Readonly<{ type: string; action_id?: string | undefined }> & Readonly<Record<string, unknown>>;

/** Where the element stands, and how its control is named and described for assistive technology. */
export type Place = Readonly<{ block: string; id: string; label?: string; describedBy?: string; required?: boolean }>;

/** The fields that controls are drawn from; which of them an element has depends on its type. */
export type Fields = Readonly<{
  options?: readonly Option[];
  option_groups?: readonly Readonly<{ label: PlainTextElement; options: readonly Option[] }>[];
  initial_option?: Option;
  initial_options?: readonly Option[];
  initial_user?: string;
  initial_users?: readonly string[];
  initial_value?: string;
  initial_date?: string;
  initial_time?: string;
  initial_date_time?: number;
  multiline?: boolean;
  max_length?: number;
  placeholder?: PlainTextElement;
  confirm?: ConfirmationDialog;
}>;

/** The attributes that every control has. */
export function controlAttributes(place: Place): string {
  return attributes({
    id: place.id,
    'aria-label': place.label,
    'aria-describedby': place.describedBy,
    'aria-required': place.required === true ? 'true' : undefined,
  });
}
