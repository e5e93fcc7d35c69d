/**
 * Words that promise what isn't known, and safer ones: run over our own pages, over what a clinic writes, and shown to who
 * writes a story.
 *
 * The list follows the claims that clinics' pages make and that no study supports; each entry says why.
 */
export type ClaimWarning = {
  /** As it stands in the text. */
  readonly found: string
  /** Where it begins, in UTF-16 units. */
  readonly at: number
  readonly why: string
  readonly safer: string
  /** Ids of citations. */
  readonly sources: readonly string[]
}

type Banned = {
  readonly pattern: RegExp
  readonly why: string
  readonly safer: string
  readonly sources: readonly string[]
}

const BANNED: readonly Banned[] = [
  {
    pattern: /\b(?:clinically |scientifically )?prove[ns]?\b|\bproof that\b/giu,
    why: 'Certainty is very low to moderate, and mainly about a short time.',
    safer: 'Some studies show short-term pain relief, best together with exercise.',
    sources: ['S114', 'S132', 'S135', 'S137'],
  },
  {
    pattern: /\breset(?:s|ting)?\b(?=[^.!?]{0,40}\b(?:nerv\w*|brain|muscle|system|body)\b)/giu,
    why: 'Nobody has shown that anything is reset.',
    safer: 'Needling may change how pain is felt for a short time; how is still being studied.',
    sources: ['S141'],
  },
  {
    pattern: /\b(?:flush\w*|remov\w*|releas\w*|rid\w*)\b[^.!?]{0,30}\b(?:toxins?|lactic acid|waste)\b|\bdetox\w*/giu,
    why: 'Nothing of that kind has been shown.',
    safer: 'Leave it out.',
    sources: ['S117'],
  },
  {
    pattern:
      /\b(?:heal|recover)(?:s|ing)? (?:faster|quicker|sooner)\b|\bspeeds? (?:up )?(?:the )?(?:healing|recovery)\b/giu,
    why: 'More blood flow was measured for minutes; faster healing was not.',
    safer: 'It may briefly change blood flow; it is not known to speed healing.',
    sources: ['S141', 'S302'],
  },
  {
    pattern: /\brealign\w*|\bput(?:s|ting)? (?:\w+ )?back in(?:to)? place\b/giu,
    why: 'A needle puts nothing back into place.',
    safer: 'Leave it out.',
    sources: ['S141'],
  },
  {
    pattern:
      /\bpain[- ]?less(?:ly)?\b|\bpain[- ]free (?:treatment|needling|procedure|session)\b|\bdoes(?: not|n['’]t) hurt\b/giu,
    why: 'Pain during the session was noted in 3 to 6 of 100, and soreness after is common.',
    safer: 'Most people feel a small prick, and often an ache or a twitch.',
    sources: ['S41', 'S42'],
  },
  {
    pattern: /\bno (?:side[- ]effects?|risks?)\b|\bwithout (?:any )?(?:side[- ]effects?|risks?)\b|\brisk[- ]free\b/giu,
    why: '19 to 37 of 100 sessions have a mild side effect, and serious ones happen.',
    safer: 'Mild side effects are common, serious ones are rare. Give the numbers.',
    sources: ['S41', 'S42'],
  },
  {
    pattern:
      /\b(?:completely|totally|perfectly|100 ?%) safe\b|\bsafe (?:for|to) (?:all|everyone|everybody|anyone)\b|\bsafe depth\b/giu,
    why: 'No needle is safe for everybody, and no depth is.',
    safer: 'Say who should ask first, and what can go wrong.',
    sources: ['S42', 'S53'],
  },
  {
    pattern:
      /\bguarantee\w*|\bcures?\b|\bcured\b|\bcuring\b|\bpermanent(?:ly)? (?:relief|fix\w*|solution)\b|\blong[- ]lasting relief\b/giu,
    why: 'Nobody can promise a result, and benefit past three months has not been shown.',
    safer: 'It helps some people for some weeks.',
    sources: ['S107', 'S132'],
  },
  {
    pattern: /\bmiracle\w*|\binstant(?:ly)? (?:relief|results?|cures?)\b|\bworks for (?:all|everyone|everybody)\b/giu,
    why: 'It helps some people, and not others.',
    safer: 'Some people feel a change early; many don’t.',
    sources: ['S307', 'S135'],
  },
]

/** A denial is no claim: "nobody can guarantee", "not a cure", "not shown to speed healing". */
const DENIED =
  /\b(?:not|no|never|nobody|nothing|isn['’]t|aren['’]t|wasn['’]t|don['’]t|doesn['’]t|cannot|can['’]t|without)\b[^.!?,;]{0,40}$/iu

/** Or it comes after: "that it speeds healing has not been shown". */
const DENIED_AFTER =
  /^[^.!?]{0,80}\b(?:has|have|is|are|was)(?: not|n['’]t| never)(?: been)? (?:shown|known|proven|tested)\b/iu

/** Every claim that goes too far, in the order of the text. Of some words a denial is none: "this is no cure". */
export function checkClaims(text: string): readonly ClaimWarning[] {
  return BANNED.flatMap(({ pattern, why, safer, sources }) =>
    [...text.matchAll(pattern)]
      .filter((match) => !isDenied(text, match.index, match.index + match[0].length))
      .map((match) => ({ found: match[0], at: match.index, why, safer, sources })),
  ).sort((a, b) => a.at - b.at)
}

function isDenied(text: string, from: number, to: number): boolean {
  return DENIED.test(text.slice(Math.max(0, from - 60), from)) || DENIED_AFTER.test(text.slice(to, to + 140))
}
