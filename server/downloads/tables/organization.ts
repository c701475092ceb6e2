import {
  organizationTypes,
  professionalFields,
  registrationStatuses,
  teamTypes,
} from '../../../schema/terms/organization.ts'
import { regionLevels } from '../../../schema/terms/region.ts'
import { organizationsQuery } from '../../records/organization.ts'
import type { Table } from '../table.ts'
import { inBatches, regionColumns, regionsOf, word, wordsOf, yesNo } from './records.ts'

export const organizationTable: Table = {
  dataset: 'organizations',
  async *rows(db, at, lang) {
    const query = (after: string) => organizationsQuery(db, at).where('id', '>', after)
    for await (const rows of inBatches(query)) {
      const regions = await regionsOf(db, at, rows)
      yield rows.map((row) => ({
        ...row,
        ...regionColumns(regions, row.region, lang),
        type: word(organizationTypes, row.type, lang),
        teamType: word(teamTypes, row.teamType, lang),
        professionalFields: wordsOf(professionalFields, row.professionalFields, lang),
        level: word(regionLevels, row.level, lang),
        registrationStatus: word(registrationStatuses, row.registrationStatus, lang),
        sample: yesNo(row.sample),
        revision: at,
      }))
    }
  },
}
