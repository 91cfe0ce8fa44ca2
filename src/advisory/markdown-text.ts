/**
 * Escapes plain text for Markdown: no markup, HTML, table cell or code takes effect. Lists and blank lines stay.
 */
export function markdownText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .split('\n')
    .map((line) => escapedLine(line.trim()))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The same on one line, for titles and cells. */
export function markdownLine(text: string): string {
  return markdownText(text.replace(/\s+/g, ' '));
}

/** In backticks, or escaped if it contains any. A CVSS vector does not. */
export function markdownCode(text: string): string {
  return /[`|\n]/.test(text) ? markdownLine(text) : `\`${text}\``;
}

function escapedLine(line: string): string {
  const bullet = /^[-*+] (?=\S)/.exec(line)?.[0] ?? '';
  const rest = line
    .slice(bullet.length)
    .replace(/[\\`*{}[\]|~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, (sign) => `\\${sign}`)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/^(#|[-+=]|\d+[.)](?=\s|$))/, (start) => start.replace(/[#\-+=.)]/, (sign) => `\\${sign}`));
  return (bullet === '' ? '' : '- ') + rest;
}
