import type { Locator } from 'playwright-core';

/** Runs in the browser: how much of a PNG is not of the colour that most of it has. */
const shareOfInk = `async (base64) => {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const pixels = new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer);
  const counts = new Map();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  return 1 - Math.max(...counts.values()) / pixels.length;
}`;

/** Runs in the browser: where the letters of an element that match stand on the screen. */
const boxesOf = `(node, letters) => {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const boxes = [];
  for (let text = walker.nextNode(); text !== null; text = walker.nextNode())
    for (const { index, 0: letter } of text.data.matchAll(new RegExp(letters, 'gu'))) {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + letter.length);
      const { x, y, width, height } = range.getBoundingClientRect();
      // What is scrolled away or covered is not painted there.
      const top = document.elementFromPoint(x + width / 2, y + height / 2);
      if (width > 0 && top !== null && node.contains(top)) boxes.push({ letter, x, y, width, height });
    }
  return boxes;
}`;

type Box = Readonly<{ letter: string; x: number; y: number; width: number; height: number }>;

/**
 * How the letters of an element that match `letters` are painted: the least share of ink of any, and how many of the different
 * ones look different. A test that reads HTML stays green when a font paints nothing, or a box for every letter.
 */
export async function paintingOf(
  element: Locator,
  letters: string,
): Promise<Readonly<{ letters: number; looks: number; leastInk: number }>> {
  const page = element.page();
  await element.scrollIntoViewIfNeeded();
  const boxesHere = new Function('node', 'letters', `return (${boxesOf})(node, letters)`) as (
    node: unknown,
    letters: string,
  ) => readonly Box[];
  const all = await element.evaluate(boxesHere, letters);
  const boxes = [...new Map(all.map((box) => [box.letter, box])).values()].slice(0, 6);
  const pictures = await Promise.all(
    boxes.map(({ x, y, width, height }) =>
      page.screenshot({ clip: { x: Math.floor(x), y: Math.floor(y), width, height } }),
    ),
  );
  const inks = await Promise.all(
    pictures.map((picture) => page.evaluate(`(${shareOfInk})('${picture.toString('base64')}')`) as Promise<number>),
  );
  return {
    letters: boxes.length,
    looks: new Set(pictures.map((picture) => picture.toString('base64'))).size,
    leastInk: Math.min(...inks),
  };
}
