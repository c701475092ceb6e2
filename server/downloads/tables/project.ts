import { parse } from '../../../schema/tables/row.ts'
import { themes } from '../../../schema/terms/campaign.ts'
import { projectStatuses } from '../../../schema/terms/project.ts'
import { services } from '../../../schema/terms/service.ts'
import { shanghaiDate } from '../../clock.ts'
import { projectsQuery } from '../../records/project.ts'
import type { Table } from '../table.ts'
import { inBatches, regionColumns, regionsOf, word, wordsOf, yesNo } from './records.ts'

export const projectTable: Table = {
  dataset: 'projects',
  async *rows(db, at, lang) {
    for await (const rows of inBatches((after) => projectsQuery(db, at).where('id', '>', after))) {
      const regions = await regionsOf(db, at, rows)
      yield rows.map((row) => ({
        ...row,
        ...regionColumns(regions, row.region, lang),
        status: word(projectStatuses, row.status, lang),
        fields: parse(row.fields),
        services: wordsOf(services, row.services, lang),
        themes: wordsOf(themes, row.themes, lang),
        publishedAt: row.publishedAt && shanghaiDate(row.publishedAt),
        isBrand: yesNo(row.isBrand),
        sample: yesNo(row.sample),
        revision: at,
      }))
    }
  },
}
