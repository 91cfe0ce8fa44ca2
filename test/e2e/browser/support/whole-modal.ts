import type { Page } from 'playwright-core';

/** Makes the window as high as the open modal is long while `take` runs: a picture shows what one would have to scroll to. */
export async function withWholeModal(page: Page, take: () => Promise<void>): Promise<void> {
  const size = page.viewportSize();
  const hidden = Number(
    await page.evaluate(`(() => {
      const body = document.querySelector('#modal[open] .body');
      return body === null ? 0 : body.scrollHeight - body.clientHeight;
    })()`),
  );
  if (hidden <= 0 || size === null) return take();
  await page.evaluate("document.querySelector('#modal').style.maxHeight = 'none'");
  await page.setViewportSize({ ...size, height: size.height + hidden + 120 });
  await take();
  await page.setViewportSize(size);
  await page.evaluate("document.querySelector('#modal').style.maxHeight = ''");
}
