/** A file under `content/`, as read, and how to name it. */
export interface ContentFile {
  /** The whole file, front matter included. */
  source: string;
  /** For messages: relative to the project. */
  shown: string;
  /** "runbooks/a" */
  id: string;
  isMdx: boolean;
  /** The number of lines of the file before the text that the parser was given. */
  linesBefore: number;
}
