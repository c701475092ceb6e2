import { locationPrecisions } from '../../../schema/terms/region.ts'
import { services } from '../../../schema/terms/service.ts'
import {
  amenities,
  stationKinds,
  stationSettings,
  stationStatuses,
  venueTypes,
} from '../../../schema/terms/station.ts'
import { stationsQuery } from '../../records/station.ts'
import type { Table } from '../table.ts'
import { inBatches, regionColumns, regionsOf, word, wordsOf, yesNo } from './records.ts'

export const stationTable: Table = {
  dataset: 'stations',
  async *rows(db, at, lang) {
    for await (const rows of inBatches((after) => stationsQuery(db, at).where('id', '>', after))) {
      const regions = await regionsOf(db, at, rows)
      yield rows.map((row) => ({
        ...row,
        ...regionColumns(regions, row.region, lang),
        kind: word(stationKinds, row.kind, lang),
        setting: word(stationSettings, row.setting, lang),
        venueType: word(venueTypes, row.venueType, lang),
        status: word(stationStatuses, row.status, lang),
        locationPrecision: word(locationPrecisions, row.locationPrecision, lang),
        amenities: wordsOf(amenities, row.amenities, lang),
        services: wordsOf(services, row.services, lang),
        accessible: yesNo(row.accessible),
        sample: yesNo(row.sample),
        revision: at,
      }))
    }
  },
}
