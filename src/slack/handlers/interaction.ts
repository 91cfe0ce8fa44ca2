import type { Language } from '../../report/form.js';
import type { Person } from '../../report/person.js';
import type { ReportId } from '../../report/report-id.js';
import type { ShownAs } from '../views/surfaces.js';
import type { Identity } from '../workspace/access.js';

/** Somebody who typed a command or pressed a button, and the ways to answer them alone. */
export type Interaction = Readonly<{
  actor: Identity;
  person: Person;
  language: Language;
  /** Whether they are a responder: checked just now. */
  team: boolean;
  /** Whether that could be found out: while it couldn't, `team` is false, and what needs it is refused as `access_unchecked`. */
  checked: boolean;
  /** Only they see it. */
  answer(shown: ShownAs<'ephemeral'>): Promise<void>;
  /** Opens a modal; Slack gives three seconds from the press. */
  open(shown: ShownAs<'modal'>): Promise<void>;
}>;

/** The modal in which something is pressed or chosen, and what stands in it. `values` are Slack's, to be parsed. */
export type Within = Readonly<{ callback: string; metadata: string; values: unknown }>;

/** A pressed button. `on` is the message that bore it, where a message did; `block` the block of it. */
export type Pressed = Interaction &
  Readonly<{
    id: ReportId | undefined;
    on?: Readonly<{ channel: string; ts: string }>;
    block?: string;
    within?: Within;
    /** Draws the modal anew in which the button stands; opens one when it stands elsewhere. */
    redraw(shown: ShownAs<'modal'>): Promise<void>;
  }>;
/** Something that was chosen, or typed, in a modal that goes on being filled. */
export type Chosen = Omit<Pressed, 'id' | 'on' | 'block' | 'within'> & Readonly<{ within: Within }>;
/** A typed verb. */
export type Typed = Interaction & Readonly<{ args: readonly string[] }>;
/** A submitted modal. `values` are Slack's, to be parsed. */
export type Submitted = Omit<Interaction, 'answer' | 'open'> &
  Readonly<{ view: string; metadata: string; values: unknown }>;

/** What a submitted modal becomes: it closes, turns into another, or stays with what is wrong told at its inputs. */
export type FormAnswer =
  | Readonly<{ kind: 'close' }>
  | Readonly<{ kind: 'become'; shown: ShownAs<'modal'> }>
  | Readonly<{ kind: 'problems'; byBlock: Readonly<Record<string, string>> }>;
export const closed: FormAnswer = { kind: 'close' };

/** Who may go through a door. */
export type Who = 'anyone' | 'responder' | 'lead';
export type ButtonRoute = Readonly<{ who: Who; press(pressed: Pressed): Promise<void> }>;
export type ChoiceRoute = Readonly<{ who: Who; choose(chosen: Chosen): Promise<void> }>;
export type VerbRoute = Readonly<{ who: Who; type(typed: Typed): Promise<void> }>;
export type FormRoute = Readonly<{ who: Who; submit(submitted: Submitted): Promise<FormAnswer> }>;
