/** What a reload of the page keeps: in the address who looks at what, and in the tab what was done in this run of the sandbox. */
const asked = new URLSearchParams(location.search);

export const start = {
  person: asked.get('as') ?? undefined,
  place: asked.get('at') ?? undefined,
  thread: asked.get('thread') ?? undefined,
};

export function keepInAddress({ person, place, thread }) {
  const wanted = Object.entries({ as: person, at: place, thread }).filter(([, value]) => value !== undefined);
  const search = `?${new URLSearchParams(wanted)}`;
  if (search !== location.search) history.replaceState(null, '', search);
}

/** Remembers a set of texts for one run. `run` is known only when the sandbox has answered. */
export function keptSet(name) {
  const set = new Set();
  let of;
  return {
    has: (text) => set.has(text),
    add: (text) => {
      set.add(text);
      if (of !== undefined) sessionStorage.setItem(name, JSON.stringify({ run: of, texts: [...set] }));
    },
    load: (run) => {
      if (of === run) return;
      if (of !== undefined) set.clear();
      of = run;
      const kept = JSON.parse(sessionStorage.getItem(name) ?? '{}');
      if (kept.run === run) for (const text of kept.texts) set.add(text);
    },
  };
}
