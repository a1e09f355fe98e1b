// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { noteFrom, readFrom } from '~/stores/from';
import { prefix } from '~/stores/storage-keys';

const step = { id: 'deploy', text: 'Deploy', number: 2, of: 5 };
const from = { page: 'runbooks/release', run: '00c0ffee', title: 'Release', step };

beforeEach(() => {
  vi.unstubAllGlobals();
  sessionStorage.clear();
});

describe('the note of the run and step from which a reader came to a guide', () => {
  test('is read as it was made', () => {
    noteFrom(from);
    expect(readFrom()).toEqual(from);
  });

  test('counts as none where it is damaged, or of an older form', () => {
    for (const kept of ['', '{"page":"runbooks/re', 'null', '[]', '{"page":7}', '{"title":"Release"}']) {
      sessionStorage.setItem(`${prefix}from`, kept);
      expect(readFrom(), kept).toBeUndefined();
    }
  });

  test('never leads to an address that is no page of the site [RC4]', () => {
    for (const page of ['runbooks/../../elsewhere', 'runbooks//elsewhere', '//elsewhere/runbooks/a', 'guides/']) {
      noteFrom({ ...from, page });
      expect(readFrom(), page).toBeUndefined();
    }
  });

  test('counts as none where storage is forbidden', () => {
    vi.stubGlobal('sessionStorage', {
      getItem: () => {
        throw new DOMException('forbidden', 'SecurityError');
      },
    });
    expect(readFrom()).toBeUndefined();
  });
});
