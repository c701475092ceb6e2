import { writeFile } from 'node:fs/promises'
import chineseDays from 'chinese-days'

// By hand, when the package knows another year: `node --import tsx server/demonstration/holidays.ts` writes
// seeds/real/holidays.csv anew. The package follows the yearly notices of the State Council (国务院办公厅).

const YEARS = { from: 2016, to: 2026 }
const BASIS = '国务院办公厅当年放假通知（据 chinese-days 1.5.7）'

const lines = ['日期,安排,节日,英文名称,依据']
const day = new Date(Date.UTC(YEARS.from, 0, 1))
while (day.getUTCFullYear() <= YEARS.to) {
  const date = day.toISOString().slice(0, 10)
  const { name, work } = chineseDays.getDayDetail(date)
  // A holiday is named in both languages; an ordinary day by its weekday alone.
  const [en, zh] = name.split(',')
  if (zh !== undefined) lines.push([date, work ? '上班' : '放假', zh, en, BASIS].join(','))
  day.setUTCDate(day.getUTCDate() + 1)
}
await writeFile(new URL('../../seeds/real/holidays.csv', import.meta.url), `${lines.join('\n')}\n`)
console.log(`${lines.length - 1} days`)
