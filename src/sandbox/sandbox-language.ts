import type { Language } from '../report/form.js';
import type { World } from './world.js';

/** The language of the page, of everybody's Slack, and of what the bot posts in the security channel. */
export type SandboxLanguage = Readonly<{
  current(): Language;
  set(language: Language): Promise<void>;
}>;

/** How long an app may hold on to a person's language. Milliseconds. */
export const rememberedMs = 11 * 60_000;

/**
 * Starts in English, with the languages that people have in the world. Chinese is for everybody; English gives back what was.
 * @param advance moves the clock on by so many milliseconds, so that the bot asks Slack again
 */
export function createSandboxLanguage(world: World, advance: (ms: number) => Promise<void>): SandboxLanguage {
  const inEnglish = new Map(world.people().map(({ id, locale }) => [id, locale]));
  let current: Language = 'en';
  return {
    current: () => current,
    set: async (language) => {
      if (language === current) return;
      current = language;
      for (const [id, locale] of inEnglish) world.changePerson(id, { locale: language === 'en' ? locale : 'zh-CN' });
      await advance(rememberedMs);
    },
  };
}
