import styles from '~/styles/once-live.css?inline';
import statuses from '~/styles/run-status.css?inline';

/** Brings the styles of what the scripts of the bar put into a page: before they do, so that nothing is seen without them. */
export function bringStyles(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles + statuses);
  document.adoptedStyleSheets.push(sheet);
}
