/** Tabs as the ARIA pattern has them: one can be reached by Tab, arrows go to the others. */
export function showTabs(): void {
  const tabs = [...document.querySelectorAll<HTMLElement>('[role=tab]')];
  const choose = (chosen: HTMLElement, focus: boolean): void => {
    for (const tab of tabs) {
      const is = tab === chosen;
      tab.setAttribute('aria-selected', String(is));
      tab.tabIndex = is ? 0 : -1;
      const panel = document.getElementById(tab.getAttribute('aria-controls') ?? '');
      if (panel === null) continue;
      panel.hidden = !is;
      // What can be scrolled can be reached by the keyboard.
      panel.tabIndex = 0;
    }
    if (focus) chosen.focus();
  };
  for (const tab of tabs) if (tab.getAttribute('aria-selected') === 'true') choose(tab, false);
  tabs.forEach((tab, index) => {
    tab.addEventListener('click', () => choose(tab, false));
    tab.addEventListener('keydown', ({ key }) => {
      const steps: Readonly<Record<string, number>> = {
        ArrowRight: index + 1,
        ArrowLeft: index - 1 + tabs.length,
        Home: 0,
        End: tabs.length - 1,
      };
      const next = tabs[(steps[key] ?? -1) % tabs.length];
      if (steps[key] !== undefined && next !== undefined) choose(next, true);
    });
  });
}
