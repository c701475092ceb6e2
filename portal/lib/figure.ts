import { type Answered, type Asker, ask } from './ask.ts'
import type { View } from './view.ts'

/** The page of a figure, by its id: below its campaign where it has one. */
export function figurePath(id: string): string {
  const [measure = '', ...aspects] = id.replace('figure:', '').split('~')
  if (aspects[0] !== 'campaign')
    return `/figures/${encodeURIComponent([measure, ...aspects].join('~'))}`
  const rest = [measure, ...aspects.slice(2)].join('~')
  return `/campaigns/${encodeURIComponent(aspects[1] ?? '')}/figures/${encodeURIComponent(rest)}`
}

/** The id of the figure that a page below a campaign is about. */
export function figureIdOf(campaign: string, figure: string): string {
  const [measure = '', ...aspects] = figure.split('~')
  return `figure:${[measure, 'campaign', campaign, ...aspects].join('~')}`
}

/** What the address of a figure's page asks for: a revision that there is, and the hash it was cited with. */
export function citedIn(view: View): { revision: number; hash: string | null } {
  const asked = Number(view.search.get('revision') ?? view.revision)
  const isKnown = Number.isInteger(asked) && asked > 0 && asked <= view.revision
  return { revision: isKnown ? asked : view.revision, hash: view.search.get('hash') }
}

export interface FigureAnswer {
  /** As it stood at the revision asked for, and as it stands now. */
  readonly cited: Answered
  readonly now: Answered
  readonly revision: number
  readonly hash: string | null
}

/** A figure then and now; null where there is none with this id. */
export async function askFigure(
  astro: Asker,
  view: View,
  query: string,
  id: string,
): Promise<FigureAnswer | null> {
  const { revision, hash } = citedIn(view)
  const { at, now } = await ask(astro, query, { id, revision, lang: view.asked })
  return at.cited === null || now === null ? null : { cited: at.cited, now, revision, hash }
}

/** The question that anybody can put to the graph to get the figure. */
export function figureQuery(id: string, revision: number): string {
  return `{
  at(revision: ${revision}) {
    node(id: "${id}") {
      ... on Figure {
        measure value status qualifier unit basis sample hash
        reporting { expected received missing { name } }
        sources(first: 100) { sheet cell raw submission { id } }
      }
    }
  }
}`
}
