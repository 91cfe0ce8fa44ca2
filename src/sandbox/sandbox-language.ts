import type { Language } from '../report/form.js';
import type { World } from './world.js';

/** The language of the page, of everybody's Slack, and of what the bot posts in the security channel. */
export type SandboxLanguage = Readonly<{
  current(): Language;
  set(language: Language): void;
}>;

/**
 * Starts in English, with the languages that people have in the world. Chinese is for everybody; English gives back what was.
 * @param changed is called when people have another language than before
 */
export function createSandboxLanguage(world: World, changed: () => void): SandboxLanguage {
  const inEnglish = new Map(world.people().map(({ id, locale }) => [id, locale]));
  let current: Language = 'en';
  return {
    current: () => current,
    set: (language) => {
      if (language === current) return;
      current = language;
      for (const [id, locale] of inEnglish) world.changePerson(id, { locale: language === 'en' ? locale : 'zh-CN' });
      changed();
    },
  };
}
