// Loaded before anything is drawn, so that a dark page does not flash white.
{
  const root = document.documentElement;
  const ofSystem = matchMedia('(prefers-color-scheme: dark)');
  const show = () => {
    root.dataset.theme = localStorage.getItem('theme') ?? (ofSystem.matches ? 'dark' : 'light');
  };
  ofSystem.addEventListener('change', show);
  document.addEventListener('click', ({ target }) => {
    if (target.id !== 'theme') return;
    localStorage.setItem('theme', root.dataset.theme === 'dark' ? 'light' : 'dark');
    show();
  });
  show();
}
