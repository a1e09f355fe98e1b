import { decodeAnchor } from '~/client/text/decode-anchor';

/** The share of the screen below its top in which a heading counts as reached. */
const reached = 0.3;

/** Keeps the marked link in view within the contents, without moving the page. */
function show(link: HTMLElement, contents: HTMLElement): void {
  const [box, around] = [link.getBoundingClientRect(), contents.getBoundingClientRect()];
  if (box.top < around.top) contents.scrollTop += box.top - around.top;
  else if (box.bottom > around.bottom) contents.scrollTop += box.bottom - around.bottom;
}

/**
 * Marks in the contents the section that is being read. The section of the run's current step is marked otherwise, by the run itself
 * (`aria-current="true"`), and both marks may stand on one link.
 */
export function followReader(): void {
  const contents = document.getElementById('ui:contents');
  if (!contents) return;
  const places = [...contents.querySelectorAll<HTMLAnchorElement>('a')].flatMap((link) => {
    const heading = document.getElementById(decodeAnchor(link.hash));
    return heading ? [{ link, heading }] : [];
  });
  let marked: HTMLElement | undefined;
  const mark = () => {
    const line = innerHeight * reached;
    const isAtEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 2 && scrollY > 0;
    const seen = places.filter(({ heading }) => heading.checkVisibility());
    const here = (isAtEnd ? seen : seen.filter(({ heading }) => heading.getBoundingClientRect().top <= line)).at(
      -1,
    )?.link;
    if (here === marked) return;
    delete marked?.dataset.reading;
    if (marked?.ariaCurrent === 'location') marked.removeAttribute('aria-current');
    if (here) {
      here.dataset.reading = '';
      here.ariaCurrent ??= 'location';
      show(here, contents);
    }
    marked = here;
  };
  let isAsked = false;
  const ask = () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      mark();
    });
  };
  addEventListener('scroll', ask, { passive: true });
  addEventListener('resize', ask, { passive: true });
  ask();
}
