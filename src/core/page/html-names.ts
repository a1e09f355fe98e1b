/**
 * The HTML that passes in `.md`: what GitHub lets through, and a little more for layout and media. Anything else in
 * angle brackets is meant as a placeholder (`<cluster_name>`, `<title>`) and is shown as text.
 */
export const htmlNames: ReadonlySet<string> = new Set(
  `a abbr article aside audio b bdi bdo blockquote br caption center cite code col colgroup dd del details dfn div dl dt
  em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img input ins kbd li main mark ol p picture pre q rp rt ruby s samp
  section small source span strike strong sub summary sup svg table tbody td tfoot th thead time tr track tt u ul var
  video wbr circle ellipse g line path polygon polyline rect text tspan`.split(/\s+/),
);
