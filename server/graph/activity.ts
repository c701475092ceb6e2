import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { Evidence } from '../../schema/types/activity.ts'
import { Activity, ActivityConnection } from '../../schema/types/campaign.ts'
import { Theme } from '../../schema/types/enums.ts'
import { Project } from '../../schema/types/project.ts'
import { Station } from '../../schema/types/station.ts'
import { type ActivityRow, activitiesQuery } from '../records/activity.ts'
import { findStationsAtPlaces } from '../records/activityplace.ts'
import { findProjectIds, projectActivities } from '../records/activityproject.ts'
import type { ProjectRow } from '../records/project.ts'
import type { StationRow } from '../records/station.ts'
import { ForwardPage } from './arguments.ts'
import { BY_ID, childrenOf } from './connection.ts'
import { batch, type Context, recordOf } from './context.ts'

@Resolver(() => Station)
export class StationActivities {
  @FieldResolver(() => ActivityConnection, {
    description:
      'Activities whose form gives the name of the station, or of its venue, as their place (活动).',
  })
  activities(
    @Root() { id, at }: StationRow,
    @Args(() => ForwardPage) request: ForwardPage,
    @Ctx() context: Context,
  ) {
    return childrenOf(context, id, {
      name: 'station activities',
      query: () => activitiesQuery(context.db, at),
      kinship: { at: 'place' },
      order: BY_ID,
      request,
      at,
    })
  }
}

@Resolver(() => Project)
export class ProjectActivities {
  @FieldResolver(() => ActivityConnection, {
    description:
      'Activities that its organization reported under its name; no form gives a project’s number (活动).',
  })
  activities(
    @Root() { id, at }: ProjectRow,
    @Args(() => ForwardPage) request: ForwardPage,
    @Ctx() context: Context,
  ) {
    return childrenOf(context, id, {
      name: 'project activities',
      query: () => projectActivities(context.db, at),
      kinship: { column: 'project' },
      order: BY_ID,
      request,
      at,
    })
  }
}

@Resolver(() => Activity)
export class ActivityLinks {
  @FieldResolver(() => Station, {
    nullable: true,
    description:
      'The one station whose name, or whose venue’s name, the form gives as the place (站点).',
  })
  async station(@Root() { place, at }: ActivityRow, @Ctx() context: Context) {
    if (place === null) return null
    return batch(context, `stations at places ${at}`, (places) =>
      findStationsAtPlaces(context.db, places, at),
    ).load(place)
  }

  @FieldResolver(() => Project, {
    nullable: true,
    description:
      'The project of the same organization and the same name, where there is one (项目).',
  })
  async project(@Root() { id, at }: ActivityRow, @Ctx() context: Context) {
    const projects = batch(context, `projects of activities ${at}`, (activities) =>
      findProjectIds(context.db, activities, at),
    )
    return recordOf(context, 'project', await projects.load(id), at)
  }

  @FieldResolver(() => [Theme], {
    description: 'Its themes; empty, as no form that was filed names any (18类主题).',
  })
  themes(): string[] {
    return []
  }

  @FieldResolver(() => [Evidence], {
    description:
      'What came with its form; what the form does not ask for is not listed (佐证材料): clause Z17-26.',
  })
  evidence(@Root() { photos }: ActivityRow): Evidence[] {
    return photos === null ? [] : [{ phase: 'DURING', kind: 'SCENE_PHOTO', present: photos > 0 }]
  }
}
