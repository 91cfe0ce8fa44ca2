import { publishedReports } from '../journeys/published-reports.js';
import { fromReportToReminder } from './report-to-reminder.js';

describe('the main job in a browser over HTTP', () => fromReportToReminder('http', publishedReports));
