import { tryForgedPresses } from './forged-presses.js';

describe('what Slack would not send, or somebody guessed', () => {
  tryForgedPresses('in turn');
});
