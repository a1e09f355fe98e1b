import { siteBase } from '~/stores/site-addresses';
import { loadWords } from '~/words/load';
import { loadPanelStyles } from '~/client/bar/panel-styles';
import { isOnlyHere } from '~/stores/only-here';

/*
 * The service worker's other half. It is registered once the page has nothing better to do. A new version waits, and is
 * announced; when the reader takes it, that page reloads at once, and every other open page of the site as soon as nobody is in
 * the middle of something: runs are in storage and a link is in its address, so nothing of them is lost, but the files that an old
 * page would still load are gone.
 */

/** The interval at which a page that stays open asks for a new version, in milliseconds. */
const hour = 60 * 60_000;

/** True once the reader of this page has asked for the new version. */
let isAsked = false;

/**
 * Tells whether a reload now would lose something: a half-written sentence, a received run that waits for a choice, or a run that nothing
 * but this page has.
 */
const isBusy = (): boolean =>
  isOnlyHere() ||
  document.querySelector('dialog[open], [role=menu], main > :not(#ui\\:tray) .shared') !== null ||
  document.activeElement?.matches('input:not([type=checkbox], [type=radio]), textarea') === true;

function reloadWhenFree(): void {
  if (isBusy()) setTimeout(reloadWhenFree, 1000);
  else location.reload();
}

/** Announces a version that waits. It stays until it is taken or put off. */
async function offer(worker: ServiceWorker): Promise<void> {
  if (document.querySelector('.offer')) return;
  const [{ offline }] = await Promise.all([loadWords(), loadPanelStyles()]);
  const box = document.createElement('div');
  box.className = 'offer';
  box.role = 'status';
  document.body.append(box);
  const button = (text: string, act: () => void) => {
    const made = Object.assign(document.createElement('button'), {
      type: 'button',
      className: 'button',
      textContent: text,
    });
    made.addEventListener('click', () => {
      box.remove();
      act();
    });
    return made;
  };
  const reload = button(offline.reload, () => {
    isAsked = true;
    worker.postMessage({ type: 'SKIP_WAITING' });
  });
  reload.classList.add('main');
  // After a frame: a live region must be there before its words are.
  requestAnimationFrame(() =>
    box.append(
      offline.ready,
      reload,
      button(offline.later, () => undefined),
    ),
  );
}

async function register(): Promise<ServiceWorkerRegistration> {
  const { serviceWorker } = navigator;
  let controlled = serviceWorker.controller !== null;
  const registration = await serviceWorker.register(`${siteBase}sw.js`, { scope: siteBase });
  serviceWorker.addEventListener('controllerchange', () => {
    if (controlled && isAsked) location.reload();
    else if (controlled) reloadWhenFree();
    controlled = true;
  });
  const follow = (worker: ServiceWorker | null) =>
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && serviceWorker.controller) void offer(worker);
    });
  if (registration.waiting && serviceWorker.controller) void offer(registration.waiting);
  follow(registration.installing);
  registration.addEventListener('updatefound', () => follow(registration.installing));
  let asked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' || Date.now() - asked < hour) return;
    asked = Date.now();
    registration.update().catch(() => undefined);
  });
  return registration;
}

let registering: Promise<ServiceWorkerRegistration> | undefined;

/** Registers the worker, once, and follows its versions. */
export async function goOffline(): Promise<void> {
  await (registering ??= register());
}

/** Asks for a new version now: for a link that this version of the page cannot read. Does nothing where nothing is kept offline. */
export async function askForNewVersion(): Promise<void> {
  if (!import.meta.env.PROD || !navigator.serviceWorker?.controller) return;
  const registration = await (registering ??= register());
  await registration.update().catch(() => undefined);
}
