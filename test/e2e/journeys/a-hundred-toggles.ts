process.env.CHANNEL_TOGGLES = '100';
