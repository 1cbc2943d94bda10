// Sets the theme before the first paint and keeps the choice. A classic script in the head on purpose: a module would run after the page is painted.
(() => {
  const key = 'ara-theme';
  const choices = ['system', 'light', 'dark', 'contrast'];
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const contrast = matchMedia('(prefers-contrast: more)');

  const stored = () => {
    try {
      const value = localStorage.getItem(key);
      return choices.includes(value) ? value : 'system';
    } catch {
      return 'system'; // Storage may be switched off; the choice then lasts as long as the page.
    }
  };

  let choice = stored();

  const apply = () => {
    const system = contrast.matches ? 'contrast' : dark.matches ? 'dark' : 'light';
    document.documentElement.dataset.theme = choice === 'system' ? system : choice;
  };

  const choose = value => {
    choice = value;
    try {
      localStorage.setItem(key, value);
    } catch {
      // As above.
    }
    apply();
  };

  apply();
  dark.addEventListener('change', apply);
  contrast.addEventListener('change', apply);
  addEventListener('storage', event => {
    if (event.key === key) {
      choice = stored();
      apply();
    }
  });
  document.addEventListener('change', event => {
    if (event.target.matches?.('ara-theme select')) {
      choose(event.target.value);
    }
  });

  // The element is created twice, by the server's first page and by the circuit: each time its list shows the choice.
  customElements.define('ara-theme', class extends HTMLElement {
    connectedCallback() {
      requestAnimationFrame(() => {
        const list = this.querySelector('select');
        if (list) {
          list.value = choice;
        }
      });
    }
  });
})();
