import { parse } from '../../../schema/tables/row.ts'
import { qualifiers } from '../../../schema/terms/statistic.ts'
import { activitiesQuery } from '../../records/activity.ts'
import { isPublished } from '../../records/guard.ts'
import { findObservationsOf } from '../../records/observation.ts'
import type { Table } from '../table.ts'
import { inBatches, regionColumns, regionsOf, word, yesNo } from './records.ts'

const COLUMNS: Readonly<Record<string, string>> = {
  VOLUNTEER_PERSON_TIMES: 'volunteerPersonTimes',
  ORGANIZATION_COUNT: 'organizationCount',
  SERVICE_HOURS: 'serviceHours',
  INVESTMENT_YUAN: 'investmentYuan',
}

export const activityTable: Table = {
  dataset: 'activities',
  async *rows(db, at, lang) {
    for await (const rows of inBatches((after) =>
      activitiesQuery(db, at).where('id', '>', after),
    )) {
      const regions = await regionsOf(db, at, rows)
      const facts = await findObservationsOf(
        db,
        rows.map((row) => row.id),
        at,
      )
      const byRecord = Map.groupBy(facts, (fact) => fact.record)
      yield rows.map((row) => {
        const published = (byRecord.get(row.id) ?? []).filter((fact) => isPublished(fact.measure))
        const figures = published.flatMap((fact) => {
          const column = COLUMNS[fact.measure]
          return column === undefined ? [] : [[column, fact.value] as const]
        })
        const heads = published.find((fact) => fact.measure === 'VOLUNTEER_PERSON_TIMES')
        return {
          ...row,
          ...regionColumns(regions, row.region, lang),
          ...Object.fromEntries(figures),
          volunteerPersonTimesQualifier: word(qualifiers, heads?.qualifier ?? null, lang),
          organizerNames: parse(row.organizerNames),
          sample: yesNo(row.sample),
          revision: at,
        }
      })
    }
  },
}
