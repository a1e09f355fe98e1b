import { isObject } from '~/core/json';
import type { Index } from '~/core/search/search-index';
import type { Stands } from '~/core/search/matches';
import { indexWord } from '~/core/search/tokens';
import { readPlaces, type PagePlaces } from '~/core/search/places';
import type { Pagefind } from './pagefind';
import { remember } from '~/core/search/remember';
import type { IndexList } from '~/core/search/start-list';

/** The parts of an index that its environment supplies: Pagefind for the index in a folder, and files of the index, unpacked. */
export interface Source {
  /** The address of `pagefind/`, with a slash at its end. */
  folder: string;
  pagefind: (folder: string) => Promise<Pagefind>;
  text: (address: string) => Promise<string>;
}

export interface OpenIndex extends Index {
  /** The same index, of the pages of one kind alone. */
  only: (kind: string | undefined) => OpenIndex;
}

function readGroup(text: string): Map<string, PagePlaces> {
  const read: unknown = JSON.parse(text);
  if (!isObject(read)) return new Map();
  return new Map(
    Object.entries(read).flatMap(([id, rows]): [string, PagePlaces][] => {
      const places = readPlaces(rows);
      return places === undefined ? [] : [[id, places]];
    }),
  );
}

/** Opens the index of one language. */
export async function openIndex(list: IndexList, source: Source): Promise<OpenIndex> {
  const folder = source.folder + list.folder;
  const group = list.places === '' ? undefined : source.text(folder + list.places).then(readGroup);
  group?.catch(() => undefined);
  const pagefind = await source.pagefind(folder);

  const placesOfPage = remember(async (id) => readGroup(await source.text(`${folder}places/${id}.pf_places`)));
  const words = remember(async (file) => (await source.text(folder + file)).split('\n'));

  const kinds = new Map<string | undefined, OpenIndex>();
  const open = (kind: string | undefined): OpenIndex => {
    const options = kind === undefined ? {} : { filters: { kind } };
    const beginning = remember(
      async (word): Promise<Stands> => new Map(await pagefind.search(indexWord(word), options)),
    );
    const exact = remember(async (word): Promise<Stands> => new Map(await pagefind.exact(indexWord(word), options)));
    return {
      language: list.language,
      prepare: (words) => pagefind.preload(words.map(indexWord).join(' ')),
      pages: list.pages,
      hasAllPlaces: group !== undefined,
      exact,
      beginning,
      placesOf: async (ids) => {
        const all = group === undefined ? await Promise.all(ids.map(placesOfPage)) : [await group];
        return new Map(
          ids.flatMap((id) =>
            all.flatMap((one): [string, PagePlaces][] => {
              const places = one.get(id);
              return places === undefined ? [] : [[id, places]];
            }),
          ),
        );
      },
      words: () => words(list.words),
      only,
    };
  };
  // Answers are remembered, separately for each kind of page.
  const only = (kind: string | undefined): OpenIndex => {
    const opened = kinds.get(kind) ?? open(kind);
    kinds.set(kind, opened);
    return opened;
  };
  return only(undefined);
}
