import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The file that describes a package, looked for as Node does: in the folders above. */
function findPackage(name, folder) {
  const file = path.join(folder, 'node_modules', name, 'package.json');
  const above = path.dirname(folder);
  if (existsSync(file)) return file;
  return above === folder ? undefined : findPackage(name, above);
}

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

/**
 * The packages that a project needs and their versions: "yaml 2.9.1". Where the engine is a package itself, no lock file beside it tells
 * that one of them was updated. `root`: the project's folder.
 * @param {string} root
 * @returns {string[]}
 */
export const namePackages = (root) =>
  Object.keys(read(path.join(root, 'package.json')).dependencies).map((name) => {
    const file = findPackage(name, root);
    return `${name} ${file === undefined ? '' : read(file).version}`;
  });
