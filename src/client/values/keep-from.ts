import { readFrom } from '~/stores/from';
import { carryFrom } from '~/client/bar/carry-from';

/** Makes a guide's own links to guides keep where its reader comes from, in another tab too. */
export const keepFrom = (): void => carryFrom(() => readFrom());
