import { sixLives } from './six-lives.js';

describe('six people who read English', () => sixLives('en'));
