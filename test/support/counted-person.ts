import type { Person } from './person.js';

/** What one person did and met: commands typed, buttons pressed and forms sent, messages that the bot wrote to them in private. */
export type Meets = Readonly<{ typed: number; clicks: number; messages: number }>;

/** The same person, with whatever they do counted. Reading, filling in and closing count for nothing. */
export function counted(person: Person): Readonly<{ person: Person; meets(): Meets }> {
  let typed = 0;
  let clicks = 0;
  return {
    person: {
      ...person,
      command: (text) => {
        typed += 1;
        return person.command(text);
      },
      press: (button, at) => {
        clicks += 1;
        return person.press(button, at);
      },
      pressInMore: (button, id) => {
        clicks += 2;
        return person.pressInMore(button, id);
      },
      submit: (values) => {
        clicks += 1;
        return person.submit(values);
      },
    },
    meets: () => ({ typed, clicks, messages: person.directMessages().length }),
  };
}
