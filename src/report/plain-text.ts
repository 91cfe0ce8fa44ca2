/**
 * Text as it is stored. Line ends become `\n`, control characters other than tab are removed, and a lone surrogate becomes
 * U+FFFD, since neither BSON nor JSON can hold one. Nothing else changes.
 */
export function plainText(typed: string): string {
  return typed
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g, '')
    .toWellFormed();
}

/** The same on one line and trimmed, for titles and names. */
export function oneLine(typed: string): string {
  return plainText(typed).replace(/\s+/g, ' ').trim();
}
