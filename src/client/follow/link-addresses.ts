/** An address in a text, without the punctuation of the sentence that it ends. */
const address = /(https?:\/\/[^\s<>"]*[^\s<>"'.,:;!?)\]}])/;

/** Makes links of the addresses in an element's text, shown as they are. What they open knows nothing of the page. */
export function linkAddresses(element: Element): void {
  const text = element.textContent ?? '';
  if (!address.test(text)) return;
  element.replaceChildren(
    ...text.split(address).map((part, i) =>
      i % 2 === 0
        ? part
        : Object.assign(document.createElement('a'), {
            href: part,
            textContent: part,
            // On paper it already says where it leads.
            className: 'bare',
            target: '_blank',
            rel: 'noopener noreferrer',
          }),
    ),
  );
}
