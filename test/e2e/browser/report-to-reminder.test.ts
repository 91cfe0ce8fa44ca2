import { publishedReports } from '../journeys/published-reports.js';
import { fromReportToReminder } from './report-to-reminder.js';

// One in each language.
describe('the main job in a browser over Socket Mode', () =>
  fromReportToReminder('socket', publishedReports.slice(0, 2)));
