import type { Random } from './random.ts'

// Invented, and plainly so: no name or number here belongs to anybody.

/** A person for the private cells: 张示例, 李演示 … */
export function personName(random: Random): string {
  return random.pick(SURNAMES) + random.pick(GIVEN)
}

/** A mobile number for the private cells. */
export function mobileNumber(random: Random): string {
  return `1380013${String(random.integer(0, 9999)).padStart(4, '0')}`
}

/** A desk phone of a station, under the area code of its city. */
export function deskNumber(random: Random, city: string): string {
  return `${AREA_CODES[city]}-200${String(random.integer(0, 9999)).padStart(4, '0')}`
}

/** The `n`th invented word for a community, a venue or a team: 示例和兴, … 示例和兴2 … */
export function exampleName(n: number): string {
  const round = Math.floor(n / WORDS.length)
  return `示例${WORDS[n % WORDS.length]}${round === 0 ? '' : round + 1}`
}

const SURNAMES = [...'张李王刘陈杨黄赵周吴徐孙马朱胡郭何高林罗']
const GIVEN = ['示例', '演示', '示范', '样例', '范例']
const AREA_CODES: Readonly<Record<string, string>> = {
  '441200': '0758',
  '441300': '0752',
  '440800': '0759',
  '140400': '0355',
}
// biome-ignore format: a word list
const WORDS = [
  '和兴', '康宁', '安居', '向阳', '同心', '友爱', '互助', '奉献', '进步', '春风', '青松', '翠竹',
  '明月', '永安', '新民', '光明', '团结', '清泉', '金穗', '红棉', '紫荆', '银杏', '朝霞', '平安',
]
