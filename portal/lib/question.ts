/** A table of figures as somebody can ask the graph for it. */
export interface Table {
  readonly revision: number
  /** Asked under its campaign where one is named. */
  readonly campaign?: string
  readonly by: readonly string[]
  readonly measures: readonly string[]
  readonly lang: 'ZH' | 'EN'
}

/** The question that gives exactly the numbers of a chart, with its values in it: no variables to fill in. */
export function tableQuestion({ revision, campaign, by, measures, lang }: Table): string {
  const table = `statistics(by: [${by.join(', ')}], measures: [${measures.join(', ')}]) {
  totals { ...Told }
  rows {
    keys { code label(lang: ${lang}) }
    figures { ...Told }
  }
}`
  const asked =
    campaign === undefined
      ? table
      : `campaign(id: ${JSON.stringify(campaign)}) {\n${indented(table)}\n}`
  return `{
  at(revision: ${revision}) {
${indented(indented(asked))}
  }
}

fragment Told on Figure {
  value
  status
  qualifier
  unit(lang: ${lang})
  reporting { expected received }
}`
}

const indented = (text: string) => text.replace(/^/gm, '  ')

/** The explorer with a question in it, ready to run. */
export function explorerAddress(query: string): string {
  return `/graphql#query=${encodeURIComponent(query)}`
}
