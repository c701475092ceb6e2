import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { Campaign } from '../../schema/types/campaign.ts'
import { Organization } from '../../schema/types/organization.ts'
import { ReporterState } from '../../schema/types/reporter.ts'
import { Submission } from '../../schema/types/submission.ts'
import type { CampaignRow } from '../records/campaign.ts'
import { type ReporterRow, reportersOf } from '../records/reporter.ts'
import { type Context, recordOf } from './context.ts'
import { OnDay } from './moment.ts'
import { reportingOn } from './reporting.ts'

type Row = ReporterRow & { readonly at: number }

@Resolver(() => Campaign)
export class CampaignReporters {
  @FieldResolver(() => [ReporterState], {
    description: 'Everybody who has to report, those who have not first (应报单位).',
  })
  async reporters(
    @Root() { id, at }: CampaignRow,
    @OnDay() on: Date | string | null,
    @Ctx() context: Context,
  ): Promise<Row[]> {
    return reportersOf(await reportingOn(context, id, at, on)).map((one) => ({ ...one, at }))
  }
}

@Resolver(() => ReporterState)
export class ReporterStateResolver {
  @FieldResolver(() => Organization, { description: 'Who has to report (填报单位).' })
  organization(@Root() { organization, at }: Row, @Ctx() context: Context) {
    return recordOf(context, 'organization', organization, at)
  }

  @FieldResolver(() => Submission, {
    nullable: true,
    description: 'Its newest form, whether it counts or not (最近报送).',
  })
  submission(@Root() { submission, at }: Row, @Ctx() context: Context) {
    return recordOf(context, 'submission', submission, at)
  }
}
