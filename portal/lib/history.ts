/** One state of a record, from a revision on. */
export interface State {
  readonly revision: {
    readonly number: number
    readonly at: string | Date
    readonly summary: string
  }
  readonly until: { readonly number: number } | null
  readonly values: Readonly<Record<string, unknown>>
}

export interface Difference {
  readonly field: string
  readonly from: string
  readonly to: string
}

const OWN_STORY = new Set(['sources', 'history'])

/** What changed from one state to the next, as text. */
export function differences(before: State['values'], after: State['values']): Difference[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return fields
    .filter((field) => !OWN_STORY.has(field))
    .map((field) => ({ field, from: written(before[field]), to: written(after[field]) }))
    .filter(({ from, to }) => from !== to)
}

function written(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(written).join(', ')
  if (typeof value === 'object')
    return Object.values(value).map(written).filter(Boolean).join(' / ')
  return String(value)
}
