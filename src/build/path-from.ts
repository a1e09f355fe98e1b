import path from 'node:path';

/** The path of a file from a folder, both absolute or both from the working folder, with `/` on every system. */
export const pathFrom = (folder: string, file: string): string => path.relative(folder, file).replaceAll(path.sep, '/');
