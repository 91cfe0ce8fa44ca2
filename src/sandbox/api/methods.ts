import { appItself } from './auth-and-apps.js';
import { chat } from './chat.js';
import { conversations } from './conversations.js';
import type { Method } from './method.js';
import { pins } from './pins.js';
import { users } from './users.js';
import { views } from './views.js';

/** All methods of the emulator. Any other is answered with `unknown_method`. */
export const methods: ReadonlyMap<string, Method> = new Map(
  Object.entries({ ...appItself, ...chat, ...conversations, ...pins, ...users, ...views }),
);
