import { startBrowser } from './support/browser.js';

test('the browser inside the npm package starts on a machine that has its own', async () => {
  const browser = await startBrowser({ packaged: true });
  try {
    const page = await browser.newPage();
    await page.setContent('<p>漏洞 🔒</p>');
    expect(await page.evaluate('document.body.innerText')).toBe('漏洞 🔒');
    expect(browser.version()).toMatch(/^147\./);
  } finally {
    await browser.close();
  }
}, 60_000);
