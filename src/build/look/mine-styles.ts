import type { Plan } from '~/core/page/page';
import { namedRoles } from '~/core/plan/roles';

/** A text as a string of CSS, which ends neither at a quote in it nor at the end of the element that the styles stand in. */
const quote = (text: string): string =>
  `"${text.replace(/["\\<\n]/g, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`;

/**
 * The styles of a page by which a reader who chose a role sees the items of that role, those that name nobody, and the
 * one that the address names [PE3]; and the room for the line that says so. The root bears the role from before the
 * first frame. Paper has all items. Outside of the layers, they win over the rows' own.
 */
export function mineStyles(plan: Plan): string {
  const roles = namedRoles(plan);
  if (roles.length === 0) return '';
  const chosen = roles.map((role) => `[data-mine=${quote(role)}]`);
  const hidden = chosen.map((one, i) => `${one} [data-does]:not([data-does~="${i}"],:has(:target),:target)`);
  return `@media screen{${hidden.join(',')}{display:none}[data-mine] [data-page]:not([data-told])::before{content:"";display:block;block-size:max(7rem,14rem - 12vw)}}`;
}
