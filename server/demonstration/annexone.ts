import { STORY, type Told } from './annexonestory.ts'
import { type Card, cardBook, cardDocument } from './cards.ts'
import { mobileNumber, personName } from './names.ts'
import { CITY_TEAMS } from './organizations.ts'
import type { OutgoingFile } from './outgoing.ts'
import { jpeg } from './photo.ts'
import { type Random, random } from './random.ts'

/** Annex 1: single activities of the six teams in June 2017, most in Word, and what was wrong with them. */
export async function* annexOneFiles(seed: string): AsyncGenerator<OutgoingFile> {
  for (const { name, team, receivedAt, asBook, cards } of STORY) {
    const chance = random(`${seed}/annex 1/${name}`)
    const filled = cards.map((told) => filledIn(told, team, receivedAt, chance))
    const bytes = await (asBook ? cardBook(filled) : cardDocument(filled))
    yield { file: `forms/hz17-a1-${name}.${asBook ? 'xlsx' : 'docx'}`, receivedAt, bytes }
  }
}

function filledIn(told: Told, team: number, receivedAt: string, chance: Random): Card {
  const day = dayOf(told.time)
  return {
    filledOn: receivedAt.slice(0, 10),
    organization: CITY_TEAMS[team]!,
    registeredOn: `${2010 + team}年${team + 3}月`,
    competentBody: '惠州市示例主管局',
    leaderName: personName(chance),
    leaderPhone: mobileNumber(chance),
    heads: String(chance.integer(12, 60)),
    recorded: '是',
    published: '是',
    photos: [
      jpeg(`${told.summary} 1`, { takenOn: day, place: true }),
      jpeg(`${told.summary} 2`, chance.chance(0.5) ? { takenOn: day } : {}),
    ],
    ...told,
  }
}

function dayOf(time: string): string {
  const [, month = '', day = ''] = /2017年(\d+)月(\d+)日/.exec(time) ?? []
  return `2017-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
