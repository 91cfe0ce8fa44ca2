/**
 * Text as it is kept: line ends are `\n`, control characters other than line end and tab are gone, a lone surrogate is
 * U+FFFD (neither BSON nor JSON can carry one), and nothing else is changed.
 */
export function plainText(typed: string): string {
  return typed
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g, '')
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
}

/** The same on one line, with white space at both ends gone: for titles and names. */
export function oneLine(typed: string): string {
  return plainText(typed).replace(/\s+/g, ' ').trim();
}
