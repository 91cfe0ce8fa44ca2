import type { Form } from '../form.js';

/** What of a field must not be published: texts, and lines of code that also count one by one. */
export type ConfidentialText = Readonly<{
  of: 'verification' | 'overview';
  texts: readonly string[];
  codeLines: readonly string[];
}>;

const fence = /^[ \t]*(```+|~~~+)[^\n]*\n([\s\S]*?)(?:^[ \t]*\1[`~]*[ \t]*$|(?![\s\S]))/gm;
const inline = /(`+)(?!`)([^\n]*?[^`\n])\1(?!`)/g;
const indented = /^(?: {4}|\t).*\S.*$/gm;
/** A prompt, or three signs that are rare in prose: code that is not marked as code. */
const looksLikeCode = (line: string) =>
  /^\s*[$#>] \S/.test(line) || (line.match(/[{}()[\];=<>|$\\&/`]|--/g) ?? []).length >= 3;

/** What must not be in an advisory: the whole verification process, and the code in the overview. */
export function confidentialTexts(form: Pick<Form, 'overview' | 'verification'>): ConfidentialText[] {
  const { verification, overview } = form;
  const unmarked = verification.split('\n').filter(looksLikeCode);
  const code = codeIn(overview);
  return [
    { of: 'verification', texts: [verification], codeLines: [...lines(codeIn(verification)), ...unmarked] },
    { of: 'overview', texts: code, codeLines: lines(code) },
  ];
}

const lines = (codes: readonly string[]) => codes.flatMap((code) => code.split('\n'));

/** Markdown's fenced blocks, indented blocks and inline code. An unclosed fence goes to the end. */
function codeIn(text: string): string[] {
  const fenced = [...text.matchAll(fence)].map((found) => found[2] ?? '');
  const rest = text.replace(fence, '\n');
  return [
    ...fenced,
    ...[...rest.matchAll(inline)].map((found) => found[2] ?? ''),
    ...[...rest.matchAll(indented)].map((found) => found[0]),
  ].filter((code) => code.trim() !== '');
}
