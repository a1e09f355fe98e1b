import { foldWord } from './tokens';

/*
 * The words of a question that do not tell its subject. They are never searched for, unless there is nothing else.
 */

const lists: Record<string, string> = {
  en: `a about am an and any anybody anyone are as at be because been being but by can cannot cant could did didnt do does doesnt doing
    done dont during else for from get gets getting give go goes going got had has have having he her here hers him his how i if in into is isnt it its
    ive id im just let lets like make many me mine more most much must my need needs needed no nor not of off on one or our ours out over own please
    should shouldnt since so some somebody someone something such than that thats the their them then there these they thing things this those
    to too under until up us use used using very want wanted wants was wasnt way ways we were what whats when where wheres whether which
    while who whom whos whose why will with within without wont would yet you your yours another arent couldnt either else hadnt hasnt havent hello hi itself ill kind lot lots maybe
    myself neither ourselves perhaps quite rather somehow somewhere sort stuff thank thanks themselves theres theyre werent weve wouldnt youre youve yourself
    actually basically simply really pretty bit any anywhere
    oh god omg hey ugh damn sorry please guys folks seem seems seemed apparently literally obviously im hes shes dont wanna gonna gotta`,
  de: `ab aber alle allem allen als also am an auch auf aus bei beim bin bis bist da damit dann darf das dass dem den denn der des die dies
    diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines er es etwas fuer für geht gibt habe haben hat hatte
    hier ich ihr ihre im in ins ist ja jemand kann kein keine können koennen lässt man mein meine mich mir mit möchte muss müssen nach nicht nichts noch nun
    nur ob oder ohne sein seine sich sie sind so soll sollen sollte tue tun über um und uns unser unsere vom von vor wann war warum was welche wem wen
    welchem welchen welcher welches während seit damals dabei davon dazu wurden wären wäre würde hätte haben hast wenn wer werden wie wieso will wir wird wo wofür woher wohin worden wurde zu zum zur`,
  fr: `à a ai au aux avec ce ces cette comment dans de des du elle en est et être faire fait faut il ils je la le les leur lui ma mais mes mon
    ne nos notre nous on ou où par pas peut peux plus pour pourquoi qu quand que quel quelle quelles quels qui quoi sa sans se ses si son sont sur ta
    tes ton tu un une vos votre vous y d l j c n s m t est-ce`,
  es: `a al algo como cómo con cuál cuando cuándo de del desde donde dónde el ella en entre es esta está este esto hace hacer hago hay la las le
    lo los me mi mis muy no nos o para pero por porque puede puedo que qué quien quién se ser si sin sobre son su sus un una unos y ya yo`,
  it: `a ad al alla alle che chi ci come con cosa da dal dalla dei del della delle di dove e è fare fa gli ho i il in io la le lo ma mi nel nella
    non o per perché più può quale quando questo se si sono su un una uno`,
  pt: `a ao aos as às com como da das de do dos e é em está este eu faço fazer foi isso isto já mas me meu na não nas no nos o onde os ou para
    pela pelo por porque posso qual quando que quem se sem ser seu são sua um uma`,
  nl: `aan als bij dan dat de deze die dit door een en er het hoe ik in is je kan met mijn moet naar niet nog of om ook op te tot uit van voor
    waar waarom wanneer wat we wel welke wie wij wordt zijn`,
};

/** Words that tell how rather than what: they count less, and a question has no subject if nothing else of it is found. */
const weak: Record<string, string> = {
  en: `accident accidentally actually again ago after all already became become always anymore anything back before best better broken bad check correctly current complain complains complaining currently down evening ever everybody everyone everything fast find
    fix first good happen happened happening happens help high hour hours immediately instead keep keeps know last later list live longer look low mean means minute minutes morning never new next nothing now ok okay old often once only
    other past problem properly put quick quickly red really result results return returns right safe safely same see show start soon sooner still suddenly take think time tonight today trouble try trying turn turned week went wrong work works working yesterday
    all each every other others both asap big command commands details everywhere example examples explain explanation huge info instructions large latest
    nobody possible quicker recent recently small step steps suddenly supposed urgent urgently whole
    already allowed ask asked asking both gave give gives given giving half idea entire front guess mistake nearly almost say says said saying sane several single
    someones somehow still stuff totally completely weird strange odd funny forever ages`,
  de: `alles bitte dringend erst gestern ganz gerade gut heute hilfe immer jetzt kaputt macht machen mache mal mehr neu nie plötzlich problem richtig schnell schon
    läuft laufen laufe bekommen bekomme bekommt passiert komme kommt sehr sicher sofort tun warte wieder zuerst zurück`,
};

const makeSets = (given: Record<string, string>): Map<string, ReadonlySet<string>> =>
  new Map(Object.entries(given).map(([language, list]) => [language, new Set(list.split(/\s+/).map(foldWord))]));

const stopSets = makeSets(lists);
const weakSets = makeSets(weak);

const setOf = (sets: ReadonlyMap<string, ReadonlySet<string>>, languages: readonly string[]): Set<string> =>
  new Set(languages.flatMap((language) => [...(sets.get(language) ?? [])]));

/** The words in a question that are not its subject (`stop`), or hardly (`weak`), in some languages; folded. */
export interface StopWords {
  stop: ReadonlySet<string>;
  weak: ReadonlySet<string>;
}

const made = new Map<string, StopWords>();

/** The stop words of languages, each named by its first part, as in `en`. */
export function stopWordsOf(languages: readonly string[]): StopWords {
  const key = languages.join(' ');
  const words = made.get(key) ?? { stop: setOf(stopSets, languages), weak: setOf(weakSets, languages) };
  made.set(key, words);
  return words;
}

/** The fewest words of a question that must be of another language for it to be asked in that one. */
const fewestWords = 2;

/**
 * The language that a question is asked in: of some languages the one that most of its words are stop words of, else the first. `isOf`: tells
 * whether a word is otherwise known to be of a language.
 */
export function guessLanguage(
  words: readonly string[],
  languages: readonly [string, ...string[]],
  isOf: (word: string, language: string) => boolean = () => false,
): string {
  const counted = languages.map((language) => {
    const known = stopSets.get(language);
    return { language, count: words.filter((word) => known?.has(word) === true || isOf(word, language)).length };
  });
  const [best] = counted.toSorted((a, b) => b.count - a.count);
  return best !== undefined && best.count >= fewestWords ? best.language : languages[0];
}
