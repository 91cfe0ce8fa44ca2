import { fromReportToReminder } from './report-to-reminder.js';

describe('the main job in a browser over Socket Mode', () => fromReportToReminder('socket'));
