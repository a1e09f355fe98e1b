/**
 * The folder in which somebody started the build: files are named from there. The command `runsheet` runs the build in the engine's own
 * folder, because what is built is run from there and needs the engine's packages; then it says where it was started itself.
 */
export const startFolder = process.env.RUNSHEET_FROM ?? process.cwd();
