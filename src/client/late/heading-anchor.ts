import { loadPanelStyles } from '~/client/bar/panel-styles';

/**
 * Shows a heading's own address while the pointer is on it. For the pointer alone: the contents give keyboards and screen
 * readers the same links, and a heading's name stays its text.
 */
export async function showAnchor(heading: Element): Promise<void> {
  if (heading.querySelector('.anchor')) return;
  const link = Object.assign(document.createElement('a'), {
    className: 'anchor',
    href: `#${heading.id}`,
    textContent: '#',
  });
  link.ariaHidden = 'true';
  link.tabIndex = -1;
  await loadPanelStyles();
  heading.append(link);
}
