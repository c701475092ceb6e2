import type {
  ActivityTable,
  MediaTable,
  ObservationTable,
  PlatformTable,
} from './tables/activity.ts'
import type { AssessmentTable, DemonstrationTable, InspectionTable } from './tables/assessment.ts'
import type { CampaignTable, ObligationTable, ReporterTable } from './tables/campaign.ts'
import type { ClusterTable } from './tables/cluster.ts'
import type {
  AuditTable,
  DecisionTable,
  ErasureTable,
  KeyTable,
  ReceiptTable,
  ReportTable,
} from './tables/desk.ts'
import type { DocumentTable } from './tables/document.ts'
import type { HolidayTable } from './tables/holiday.ts'
import type { OrganizationTable } from './tables/organization.ts'
import type { PlaceTable } from './tables/place.ts'
import type { ProjectTable } from './tables/project.ts'
import type { BoundaryTable, RegionTable } from './tables/region.ts'
import type { ChangeTable, HubTable, MigrationTable, RevisionTable } from './tables/revision.ts'
import type { SourceTable } from './tables/row.ts'
import type { SearchTable, WordTable } from './tables/search.ts'
import type { ServedTable } from './tables/served.ts'
import type { IndicatorTable, IndicatorValueTable, StandardTable } from './tables/standard.ts'
import type { StationTable } from './tables/station.ts'
import type { ClaimTable, FilingTable, SubmissionTable } from './tables/submission.ts'
import type { TallyTable } from './tables/tally.ts'

/** The tables whose rows live from one revision to another. */
export interface RecordTables {
  region: RegionTable
  boundary: BoundaryTable
  document: DocumentTable
  organization: OrganizationTable
  station: StationTable
  project: ProjectTable
  standard: StandardTable
  indicator: IndicatorTable
  campaign: CampaignTable
  obligation: ObligationTable
  reporter: ReporterTable
  submission: SubmissionTable
  activity: ActivityTable
  media: MediaTable
  platform: PlatformTable
  assessment: AssessmentTable
  inspection: InspectionTable
  demonstration: DemonstrationTable
  indicatorValue: IndicatorValueTable
  holiday: HolidayTable
  place: PlaceTable
  decision: DecisionTable
  erasure: ErasureTable
}

export type RecordType = keyof RecordTables

export interface Database extends RecordTables {
  observation: ObservationTable
  served: ServedTable
  cluster: ClusterTable
  tally: TallyTable
  source: SourceTable
  filing: FilingTable
  claim: ClaimTable
  revision: RevisionTable
  change: ChangeTable
  key: KeyTable
  receipt: ReceiptTable
  audit: AuditTable
  report: ReportTable
  search: SearchTable
  word: WordTable
  hub: HubTable
  migration: MigrationTable
}
