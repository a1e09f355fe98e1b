import { whenFree } from '~/client/page/when-free';

/** Something to be run when the page is free, once however often it was asked for. */
export function onceFree(run: () => void): () => void {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    whenFree(() => {
      asked = false;
      run();
    });
  };
}
