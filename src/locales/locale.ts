import type { FormProblem, Language } from '../report/form.js';
import type { AcknowledgeWords, MessageWords } from './acknowledge-words.js';
import type { AdvisoryWords } from './advisory-words.js';
import type { CardWords, ThreadWords } from './card-words.js';
import type { CvssWords } from './cvss-words.js';
import type { FormWords, ProblemWords } from './form-words.js';
import type { IntakeWords, LetterWords, MineWords } from './letter-words.js';
import type { LifeWords } from './life-words.js';
import type { PageWords } from './page-words.js';
import type { ReceiptWords } from './receipt-words.js';
import type { RefusalWords, RefusedWords } from './refusal-words.js';
import type { RemedyWords } from './remedy-words.js';
import type { ChannelWords, ReminderWords, RungWords } from './reminder-words.js';
import type { AssignWords, DoneWords, ListWords, ViewWords } from './report-words.js';
import type { HelpWords, MenuWords, TroubleWords, UsageWords } from './talk-words.js';
import type { TermWords } from './term-words.js';
import type { TriageWords } from './triage-words.js';

/**
 * Every sentence that people read, in one language. Values that come in (names, times, ids) stand in the sentence as they
 * are: whoever puts a sentence into marked-up text escapes them first. No sentence holds markup of its own.
 */
export interface Locale {
  readonly language: Language;
  readonly terms: TermWords;
  readonly form: FormWords;
  readonly problems: ProblemWords;
  readonly receipt: ReceiptWords;
  readonly acknowledge: AcknowledgeWords;
  readonly message: MessageWords;
  readonly card: CardWords;
  readonly thread: ThreadWords;
  readonly view: ViewWords;
  readonly assign: AssignWords;
  readonly list: ListWords;
  readonly menu: MenuWords;
  readonly help: HelpWords;
  readonly usage: UsageWords;
  readonly done: DoneWords;
  readonly reminder: ReminderWords;
  readonly rung: RungWords;
  readonly refused: RefusedWords;
  readonly refusals: RefusalWords;
  readonly trouble: TroubleWords;
  readonly channel: ChannelWords;
  readonly messages: LetterWords;
  readonly mine: MineWords;
  readonly intakeMessage: IntakeWords;
  readonly cvss: CvssWords;
  readonly advisory: AdvisoryWords;
  readonly life: LifeWords;
  readonly triage: TriageWords;
  readonly remedy: RemedyWords;
  readonly pages: PageWords;
}

/** The sentence for a problem of the form. */
export function problemSentence(problem: FormProblem, { problems }: Pick<Locale, 'problems'>): string {
  switch (problem.problem) {
    case 'required':
      return problems.required(problem.field);
    case 'too_long':
      return problems.tooLong(problem.length, problem.limit);
    case 'not_a_cve_number':
      return problems.notACveNumber;
    case 'unknown_version':
      return problems.unknownVersion;
    case 'unknown_choice':
      return problems.unknownChoice;
    default:
      return problem satisfies never;
  }
}
