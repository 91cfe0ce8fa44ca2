// The order matters: how often the channel comes and goes is read when the journey is loaded.
import './a-hundred-toggles.js';
import './unsafe-channel.test.js';
