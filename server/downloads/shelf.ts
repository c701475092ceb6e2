import type { Table } from './table.ts'
import { activityTable } from './tables/activity.ts'
import { figureTable } from './tables/figure.ts'
import { organizationTable } from './tables/organization.ts'
import { projectTable } from './tables/project.ts'
import { stationTable } from './tables/station.ts'

/** Every table that can be downloaded. */
const TABLES: readonly Table[] = [
  stationTable,
  organizationTable,
  projectTable,
  activityTable,
  figureTable,
]

export function findTable(dataset: string): Table | undefined {
  return TABLES.find((table) => table.dataset === dataset)
}
