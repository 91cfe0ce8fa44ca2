import { fromReportToReminder } from './report-to-reminder.js';

describe('the main job in a browser over HTTP', () => fromReportToReminder('http'));
