import type { Element, Properties, Root } from 'hast';
import { type Child, isElement } from './tree';

const empty = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

const attributeName = (property: string): string => {
  if (property === 'className') return 'class';
  if (property === 'htmlFor') return 'for';
  if (property === '__ASTRO_IMAGE_') return property;
  if (property.startsWith('data')) return property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return property.startsWith('aria') ? `aria-${property.slice(4).toLowerCase()}` : property.toLowerCase();
};

const names = new Map<string, string>();
const nameOf = (property: string): string => {
  const known = names.get(property) ?? attributeName(property);
  names.set(property, known);
  return known;
};

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeText = (text: string): string => text.replace(/[&<>]/g, (sign) => entities[sign] ?? sign);
const escapeValue = (text: string): string => text.replace(/[&<"]/g, (sign) => entities[sign] ?? sign);

function serializeAttributes(properties: Properties): string {
  let html = '';
  for (const property in properties) {
    const value = properties[property];
    if (value === undefined || value === null || value === false) continue;
    if (value === true) html += ` ${nameOf(property)}`;
    else html += ` ${nameOf(property)}="${escapeValue(Array.isArray(value) ? value.join(' ') : String(value))}"`;
  }
  return html;
}

function serializeElement({ tagName, properties, children }: Element): string {
  let html = `<${tagName}${serializeAttributes(properties)}>`;
  if (empty.has(tagName)) return html;
  for (const child of children) html += serialize(child);
  return `${html}</${tagName}>`;
}

function serialize(node: Child): string {
  if (isElement(node)) return serializeElement(node);
  if (node.type === 'text') return escapeText(node.value);
  return node.type === 'raw' ? node.value : '';
}

/** Writes a `.md` page's tree as HTML. */
export const serializeTree = ({ children }: Root): string => children.map(serialize).join('') + '\n';
