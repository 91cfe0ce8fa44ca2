import type { Language } from '../../report/form.js';
import type { Person } from '../../report/person.js';
import type { ReportId } from '../../report/report-id.js';
import type { ActionName } from '../views/actions.js';
import type { RoleFor, VerbName } from '../views/commands.js';
import type { Role } from '../views/declare-surface.js';
import type { ChoiceName } from '../views/inputs.js';
import type { FormName, ShownTo } from '../views/surfaces.js';
import type { Identity } from '../workspace/access.js';

/** Somebody who typed a command or pressed a button, and the ways to answer them alone, with what their role `R` may see. */
export type Interaction<R extends Role = 'anyone'> = Readonly<{
  actor: Identity;
  person: Person;
  /** Every workspace by which Slack may name them: reports may be filed under any. `person.team` is the first. */
  teams: readonly string[];
  language: Language;
  /** They are of another workspace than the team; its name, where the payload tells it. */
  outside?: Readonly<{ workspace?: string }>;
  /** Whether they are a responder: checked just now. */
  team: boolean;
  /** Whether that could be found out: while it couldn't, `team` is false, and what needs it is refused as `access_unchecked`. */
  checked: boolean;
  /** Only they see it. */
  answer: (shown: ShownTo<R, 'ephemeral'>) => Promise<void>;
  /** Opens a modal; Slack gives three seconds from the press. */
  open: (shown: ShownTo<R, 'modal'>) => Promise<void>;
}>;

/** The same with what a responder may see, if they are one: that was checked just now. */
export function asResponder(interaction: Interaction): Interaction<'responder'> | undefined {
  return interaction.team ? (interaction as Interaction<'responder'>) : undefined;
}

/** The modal in which something is pressed or chosen, and what stands in it. `values` are Slack's, to be parsed. */
export type Within = Readonly<{ form: FormName | undefined; metadata: string; values: unknown }>;

/** A pressed button. `on` is the message that bore it, where a message did; `block` the block of it. */
export type Pressed<R extends Role = 'anyone'> = Interaction<R> &
  Readonly<{
    id: ReportId | undefined;
    on?: Readonly<{ channel: string; ts: string }>;
    block?: string;
    within?: Within;
    /** Answers a question of a direct message: the answer takes the place of the buttons. Anywhere else it is `answer`. */
    settle: (shown: ShownTo<R, 'ephemeral'>) => Promise<void>;
    /** Draws the modal anew in which the button stands; opens one when it stands elsewhere. */
    redraw: (shown: ShownTo<R, 'modal'>) => Promise<void>;
  }>;
/** Something that was chosen, or typed, in a modal that goes on being filled. */
export type Chosen<R extends Role = 'anyone'> = Omit<Pressed<R>, 'id' | 'on' | 'block' | 'within'> &
  Readonly<{ within: Within }>;
/** A typed verb. */
export type Typed<R extends Role = 'anyone'> = Interaction<R> & Readonly<{ args: readonly string[] }>;
/** A submitted modal. `values` are Slack's, to be parsed. */
export type Submitted = Omit<Interaction, 'answer' | 'open'> &
  Readonly<{ view: string; metadata: string; values: unknown }>;

/** What a submitted modal becomes: it closes, turns into another, or stays with what is wrong told at its inputs. */
export type FormAnswer =
  | Readonly<{ kind: 'close' }>
  | Become<Role>
  | Readonly<{ kind: 'problems'; byBlock: Readonly<Record<string, string>> }>;
/** `to`: whom the other modal is for. */
type Become<R extends Role> = R extends Role ? Readonly<{ kind: 'become'; to: R; shown: ShownTo<R, 'modal'> }> : never;
export const closed: FormAnswer = { kind: 'close' };

/** Something that may be done, and who may. What it shows is held against that by the compiler. */
type RouteFor<R extends Role> = R extends Role
  ? Readonly<{
      button: Readonly<{ who: R; press: (pressed: Pressed<R>) => Promise<void> }>;
      choice: Readonly<{ who: R; choose: (chosen: Chosen<R>) => Promise<void> }>;
    }>
  : never;
export type ButtonRoute = RouteFor<Role>['button'];
export type ChoiceRoute = RouteFor<Role>['choice'];
export type FormRoute = Readonly<{ who: Role; submit: (submitted: Submitted) => Promise<FormAnswer> }>;
/** Who may type a verb is said in the table of verbs. */
export type VerbRoutes = Readonly<{ [V in VerbName]: (typed: Typed<RoleFor<V>>) => Promise<void> }>;

/** Every route there is. What is chosen comes from a modal that goes on being filled. */
export type Routes = Readonly<{
  buttons: Readonly<Record<ActionName, ButtonRoute>>;
  verbs: VerbRoutes;
  choices: Readonly<Record<ChoiceName, ChoiceRoute>>;
  forms: Readonly<Record<FormName, FormRoute>>;
}>;
/** The routes that one file of handlers has. */
export type Handlers = Readonly<{ [K in keyof Routes]?: Partial<Routes[K]> }>;
