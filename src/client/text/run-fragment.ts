/*
 * The fragment of an address that holds a run, or leads to a live room: "#run=" and the text of the link. Chat and mail tools double or
 * escape its signs on the way, once or more: "##run=", "#run%3D", "#run%253D". Whether its text is whole is for the decoder to say.
 */
const form = /#+run(?:=|%(?:25)*3D).*/is;

/** Finds the fragment of a link in a text, from its "#" to the end of the text; `undefined` where there is none. */
export const findRunFragment = (text: string): string | undefined => form.exec(text)?.[0];

/** Tells whether a fragment, with its "#", is that of a link. */
export const isRunFragment = (fragment: string): boolean => form.exec(fragment)?.index === 0;
