import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';

const require = createRequire(import.meta.url);
const client = join(import.meta.dirname, 'client');

const kinds: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
};

const fonts = { sans: '@fontsource/noto-sans-sc', emoji: '@fontsource/noto-emoji' } as const;
const fontStyles = [
  ['sans', '400'],
  ['sans', '600'],
  ['sans', '700'],
  ['emoji', '400'],
] as const;

export type PageFile = Readonly<{ kind: string; content: Buffer | string }>;

/** A file of the page by its path. Whole names are matched, so that no other file of the disk can be read. */
export async function pageFile(path: string): Promise<PageFile | undefined> {
  if (path === '/') return ownFile('page.html');
  if (path === '/fonts.css') return { kind: kinds['.css'] as string, content: await fontsCss() };
  if (path === '/blocks.css') return { kind: kinds['.css'] as string, content: await blocksCss() };
  const own = /^\/client\/([a-z-]+\.(?:js|css))$/.exec(path)?.[1];
  if (own !== undefined) return ownFile(own);
  const [, font, file] = /^\/fonts\/(sans|emoji)\/files\/([\w[\]-]+\.woff2)$/.exec(path) ?? [];
  if (font === undefined || file === undefined) return undefined;
  return onDisk(join(fontFolder(font as keyof typeof fonts), 'files', file));
}

function ownFile(name: string): Promise<PageFile | undefined> {
  return onDisk(join(client, name));
}

async function onDisk(file: string): Promise<PageFile | undefined> {
  try {
    return { kind: kinds[extname(file)] ?? 'application/octet-stream', content: await readFile(file) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function fontFolder(font: keyof typeof fonts): string {
  return dirname(require.resolve(`${fonts[font]}/400.css`));
}

/** In the Chinese font a quote and a middle dot are as wide as a character, so a Latin font draws them. Names are full names. */
const latinMarks = `@font-face { font-family: 'Latin Marks'; unicode-range: U+B7, U+2018-2019, U+201C-201D;
  src: local('Arial'), local('Helvetica'), local('Liberation Sans'), local('DejaVu Sans'), local('Open Sans Regular'); }`;

/** The style sheets of the fonts, with addresses of this server. */
async function fontsCss(): Promise<string> {
  const sheets = await Promise.all(
    fontStyles.map(async ([font, weight]) => {
      const css = await readFile(join(fontFolder(font), `${weight}.css`), 'utf8');
      return css.replace(/url\(\.\/files\/([^)]+\.woff2)\)/g, `url(/fonts/${font}/files/$1)`);
    }),
  );
  return [latinMarks, ...sheets].join('\n').replace(/, url\(\.\/files\/[^)]+\.woff\) format\('woff'\)/g, '');
}

/**
 * The rendering library's style sheet, with two changes. Its font family has no Chinese characters, so the page's fonts replace
 * it. It styles one element by id, but the page has many: they get a class that weighs as much as the id.
 */
async function blocksCss(): Promise<string> {
  const css = await readFile(require.resolve('slack-blocks-to-jsx/dist/style.css'), 'utf8');
  return css
    .replaceAll('#slack_blocks_to_jsx', ':is(.slack_blocks_to_jsx, #slack_blocks_to_jsx)')
    .replace(/-apple-system,[^!;}]*/g, 'var(--sans)');
}
