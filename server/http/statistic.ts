import type { Request } from 'express'
import { dimensions, measures } from '../../schema/terms/statistic.ts'
import type { Table } from '../downloads/table.ts'
import { statisticTable } from '../downloads/tables/figure.ts'
import { BadInputError } from '../errors.ts'
import type { Where } from '../records/facts.ts'
import type { Dimension } from '../records/slice.ts'

/** The table that an address asks for: `measures` and `by` as lists with commas, the rest as the graph's filter. */
export function tableAsked(request: Request): Table {
  const { query } = request
  const said = (name: string) => {
    const value = query[name]
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const [campaign, organization, sample] = ['campaign', 'organization', 'sample'].map(said)
  const where: Record<string, unknown> = {
    campaigns: campaign && [campaign],
    organizations: organization && [organization],
    region: said('region'),
    group: said('group'),
    from: said('from'),
    to: said('to'),
    sample: sample && sample === 'true',
  }
  const given = Object.entries(where).filter(([, value]) => value !== undefined)
  return statisticTable({
    measures: codesIn(said('measures') ?? '', Object.keys(measures), 'measures'),
    by: codesIn(said('by') ?? '', Object.keys(dimensions), 'by') as Dimension[],
    where: Object.fromEntries(given) as Where,
  })
}

function codesIn(text: string, known: readonly string[], name: string): string[] {
  const codes = [...new Set(text.split(',').filter((one) => one !== ''))]
  const unknown = codes.find((one) => !known.includes(one))
  if (unknown === undefined && (codes.length > 0 || name === 'by')) return codes
  throw new BadInputError(
    `'${name}' takes codes with commas between them, such as ${known.slice(0, 2).join()}; got '${unknown ?? text}'.`,
  )
}
