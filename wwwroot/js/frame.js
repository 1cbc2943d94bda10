// Keys and small manners of the frame that would be felt if they took a round trip: focus of the search box, menus, the list of a picker, the reconnect dialog.

const inField = target => target.closest?.('input, select, textarea, [contenteditable="true"]');

const openMenus = () => document.querySelectorAll('details.menu[open]');

document.addEventListener('keydown', event => {
  const command = event.ctrlKey || event.metaKey;
  const plain = !command && !event.altKey;
  if ((plain && event.key === '/' && !inField(event.target)) || (command && event.key.toLowerCase() === 'k')) {
    const search = document.querySelector('[data-search]');
    if (search) {
      event.preventDefault();
      search.focus();
      search.select();
    }
  } else if (event.key === 'Escape') {
    for (const menu of openMenus()) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  } else if (event.target.matches?.('input[role="combobox"]') && ['ArrowDown', 'ArrowUp', 'Enter'].includes(event.key)) {
    event.preventDefault(); // The caret stays; the circuit moves the active option.
  }
});

document.addEventListener('click', event => {
  for (const menu of openMenus()) {
    if (!menu.contains(event.target) || event.target.closest('.menu-items button')) {
      menu.open = false;
    }
  }
});

// The skip link: its address would lead to the start page, since addresses count from the base address. Before Blazor's own handler, hence the capture.
document.addEventListener('click', event => {
  if (event.target.closest?.('.skip')) {
    event.preventDefault();
    event.stopImmediatePropagation();
    document.getElementById('main').focus();
  }
}, true);

// A click into a picker selects its text, so that typing replaces the name that stands there.
document.addEventListener('focusin', event => {
  if (event.target.matches?.('input[role="combobox"]')) {
    event.target.select();
  }
});

// The active option stays in view while the arrow keys move through a long list.
new MutationObserver(changes => {
  for (const { target } of changes) {
    if (target.classList?.contains('active')) {
      target.scrollIntoView({ block: 'nearest' });
    }
  }
}).observe(document.documentElement, { subtree: true, attributeFilter: ['class'] });

document.addEventListener('click', async event => {
  const copy = event.target.closest?.('[data-copy]');
  if (copy) {
    await navigator.clipboard?.writeText(copy.dataset.copy);
    copy.dataset.copied = '';
    setTimeout(() => delete copy.dataset.copied, 1500);
  }
});

// Reconnect dialog: focus moves into it, its buttons work, and a circuit that is gone for good reloads the page, whose state is its address.
const dialog = document.getElementById('components-reconnect-modal');
if (dialog) {
  const shown = () => ['show', 'failed', 'rejected'].find(state => dialog.classList.contains(`components-reconnect-${state}`));
  const retry = async () => {
    if (!(await Blazor.reconnect())) {
      location.reload();
    }
  };
  let before;
  new MutationObserver(() => {
    const state = shown();
    if (state === 'rejected') {
      location.reload();
    } else if (state && !before) {
      dialog.querySelector('[tabindex]').focus();
    }
    before = state;
  }).observe(dialog, { attributeFilter: ['class'] });
  dialog.addEventListener('click', event => {
    if (event.target.closest('[data-retry]')) {
      retry().catch(() => location.reload());
    } else if (event.target.closest('[data-reload]')) {
      location.reload();
    }
  });
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && shown() === 'failed') {
      retry().catch(() => {});
    }
  });
}
