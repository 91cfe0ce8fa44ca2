import { randomBytes } from 'node:crypto';
import type { Block } from './message-log.js';

/** A plain_text object. */
export type PlainText = Readonly<{ type: 'plain_text'; text: string; emoji?: boolean }>;

/** A view that passed the checks, with generated ids where the app sent none. Home views have no title and no buttons. */
export type ViewContent = Readonly<{
  type: 'modal' | 'home';
  title?: PlainText;
  submit?: PlainText;
  close?: PlainText;
  blocks: readonly Block[];
  private_metadata: string;
  callback_id: string;
  external_id: string;
  clear_on_close: boolean;
  notify_on_close: boolean;
}>;

/** One `state.values[block_id][action_id]` of Slack's payloads. */
export type StateValue = Readonly<{ type: string; [field: string]: unknown }>;
export type StateValues = Readonly<Record<string, Readonly<Record<string, StateValue>>>>;

export type OpenView = Readonly<{
  id: string;
  user: string;
  /** Changes whenever the view does. */
  hash: string;
  content: ViewContent;
  /** What its inputs hold now: the initial values until something is typed or chosen. */
  state: StateValues;
  /** Shown at inputs after a refused submission, by block id. */
  errors: Readonly<Record<string, string>>;
  /** The id of the first view in its stack; its own id for that view and for a Home. */
  rootId: string;
  previousId?: string;
}>;

/** The views that each person has open, and everything they were ever shown in views. */
export type ViewStacks = Readonly<{
  /** Bottom first; the last one is on the screen. At most three. */
  stack(user: string): readonly OpenView[];
  home(user: string): OpenView | undefined;
  /** An open modal or a Home, by id. */
  find(id: string): OpenView | undefined;
  findExternal(externalId: string): OpenView | undefined;
  /** Opens a new stack with this view, or puts it on top of the present one. */
  push(user: string, content: ViewContent, state: StateValues): OpenView;
  /** Replaces content and inputs. The hash changes and errors are cleared. */
  update(view: OpenView, content: ViewContent, state: StateValues): OpenView;
  publishHome(user: string, content: ViewContent, state: StateValues): OpenView;
  /** Keeps what a person typed or chose, and the errors at the inputs. The hash stays. */
  fill(view: OpenView, state: StateValues, errors: OpenView['errors']): OpenView;
  /** Removes this view and all above it from the stack. */
  close(view: OpenView): void;
  /** Everything this person was ever shown in modals and on Home, errors at inputs included, oldest first. */
  everShown(user: string): readonly (ViewContent | OpenView['errors'])[];
}>;

export function createViewStacks(changed: () => void): ViewStacks {
  const stacks = new Map<string, readonly OpenView[]>();
  const homes = new Map<string, OpenView>();
  const shown: { user: string; what: ViewContent | OpenView['errors'] }[] = [];
  let made = 0;

  const freshHash = () => `${Math.floor(Date.now() / 1000)}.${randomBytes(4).toString('hex')}`;
  const stack = (user: string) => stacks.get(user) ?? [];
  const open = () => [...[...stacks.values()].flat(), ...homes.values()];
  const freshId = () => `V${String(++made).padStart(4, '0')}${randomBytes(3).toString('hex').toUpperCase()}`;
  const show = (view: OpenView) => {
    shown.push({ user: view.user, what: view.content });
    keep(view);
    return view;
  };
  const keep = (view: OpenView) => {
    if (view.content.type === 'home') homes.set(view.user, view);
    else {
      const views = stack(view.user);
      const there = views.some(({ id }) => id === view.id);
      stacks.set(view.user, there ? views.map((one) => (one.id === view.id ? view : one)) : [...views, view]);
    }
    changed();
  };

  return {
    stack,
    home: (user) => homes.get(user),
    find: (id) => open().find((view) => view.id === id),
    findExternal: (externalId) => open().find(({ content }) => content.external_id === externalId),
    push: (user, content, state) => {
      const id = freshId();
      const below = stack(user).at(-1);
      const place = below === undefined ? { rootId: id } : { rootId: below.rootId, previousId: below.id };
      return show({ id, user, hash: freshHash(), content, state, errors: {}, ...place });
    },
    update: (view, content, state) => show({ ...view, hash: freshHash(), content, state, errors: {} }),
    publishHome: (user, content, state) => {
      const id = homes.get(user)?.id ?? freshId();
      return show({ id, user, hash: freshHash(), content, state, errors: {}, rootId: id });
    },
    fill: (view, state, errors) => {
      const next = { ...view, state, errors };
      // Typing shows nothing new: only changed errors count as shown.
      if (errors !== view.errors) shown.push({ user: view.user, what: errors });
      keep(next);
      return next;
    },
    close: (view) => {
      const views = stack(view.user);
      const at = views.findIndex(({ id }) => id === view.id);
      if (at >= 0) stacks.set(view.user, views.slice(0, at));
      changed();
    },
    everShown: (user) => shown.filter((one) => one.user === user).map(({ what }) => what),
  };
}
