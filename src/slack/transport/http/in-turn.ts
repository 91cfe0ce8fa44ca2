/**
 * Requests that go on in one turn of the event loop. The kernel hands over one new connection a turn: with many requests in
 * each, whoever connects last waits for as many turns as there are connections before.
 */
const mostATurn = 16;

/** Lets those who wait go on in order, a few in each turn of the event loop. */
export function createTurns(): () => Promise<void> {
  const waiting: (() => void)[] = [];
  const goOn = () => {
    for (const next of waiting.splice(0, mostATurn)) next();
    if (waiting.length > 0) setImmediate(goOn);
  };
  return () =>
    new Promise((resolve) => {
      if (waiting.push(resolve) === 1) setImmediate(goOn);
    });
}
