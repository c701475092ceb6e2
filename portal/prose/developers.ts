import type { Bilingual } from './text.ts'

export const developers: Bilingual = {
  zh: {
    title: '开发者',
    lead: '本站的网页与下载背后是同一张图：一个 GraphQL 接口，无需密钥，可从任何网站调用。',
    sections: [
      {
        id: 'endpoint',
        title: '接口',
        paragraphs: [
          '向 /graphql 发送 POST（application/json）。名称、文字类字段用 lang: ZH 或 EN 选择语言。列表按 Relay 约定分页（first、after），每页至多 100 条。',
          '每个回答都来自一个版次；at(revision: …) 可以查任何旧版。',
        ],
        links: [
          { to: '/graphql', text: '/graphql' },
          { to: '/schema.graphql', text: '/schema.graphql' },
        ],
      },
      {
        id: 'feed',
        title: '变更同步',
        paragraphs: [
          '记住上次同步的版次号，查询 changes(since: 版次号)，得到其后新增、修改、移除的记录和前后取值；再把新的版次号记下。',
        ],
      },
      {
        id: 'identifiers',
        title: '编号',
        paragraphs: [
          '编号全站唯一、长期不变、不复用，例如 station:441202-0007、campaign:ZQ-2019-MONTH、document:Z19。网页地址用冒号后面的部分。',
        ],
      },
      {
        id: 'pages',
        title: '站点列表的地址',
        paragraphs: [
          '/zh/stations 的条件都在地址里，名称与 StationFilter 相同：text、region、setting、venueType、kind、status、services、amenities（可重复）、accessible、demonstration、openAt（now 或时刻）、unconfirmed。',
          'near 是从哪里找：镇街、地标、区县或站点的名字；同名的有几处时，place 指明是哪一处（Query.places 给出的编号）。lat、lon 是本人位置，只留三位小数，不保存、不进入可分享的链接；有 near 时以 near 为准。after、before 是翻页，换了地点就从头开始。',
          '/zh/embed/stations 用同样的条件，可放进别的网站的 iframe；没有本人位置。列表页下方有现成的一行代码。',
        ],
      },
      {
        id: 'files',
        title: '文件',
        paragraphs: ['不写程序也可以：每个数据集都有 CSV，最新版和固定版次各有地址。'],
        links: [{ to: '/~/data', text: '开放数据' }],
      },
    ],
  },
  en: {
    title: 'Developers',
    lead: 'Behind the pages and the downloads lies one graph: a GraphQL endpoint, without a key, open to every site.',
    sections: [
      {
        id: 'endpoint',
        title: 'Endpoint',
        paragraphs: [
          'POST application/json to /graphql. Names and texts take lang: ZH or EN. Lists are paged as Relay does (first, after), up to 100 a page.',
          'Every answer is read from one revision; at(revision: …) asks any past one.',
        ],
        links: [
          { to: '/graphql', text: '/graphql' },
          { to: '/schema.graphql', text: '/schema.graphql' },
        ],
      },
      {
        id: 'feed',
        title: 'Change feed',
        paragraphs: [
          'Keep the revision you synced last and ask changes(since: …): you get every record added, changed or removed since, with its values before and after. Then keep the new number.',
        ],
      },
      {
        id: 'identifiers',
        title: 'Identifiers',
        paragraphs: [
          'Identifiers are global, stable and never reused, such as station:441202-0007, campaign:ZQ-2019-MONTH, document:Z19. Pages use the part after the colon.',
        ],
      },
      {
        id: 'pages',
        title: 'The address of the list of stations',
        paragraphs: [
          'Every condition of /en/stations stands in its address, named as in StationFilter: text, region, setting, venueType, kind, status, services, amenities (repeatable), accessible, demonstration, openAt (now or a moment), unconfirmed.',
          'near is where to look from: the name of a town, landmark, district or station; where several are called so, place says which (an id that Query.places gave). lat and lon are a person’s own position: cut to three decimals, kept nowhere, in no link to share; with near, near holds. after and before page; another place begins anew.',
          '/en/embed/stations takes the same conditions and may stand in an iframe of any site; it takes no position. Below the list there is the line to copy.',
        ],
      },
      {
        id: 'files',
        title: 'Files',
        paragraphs: [
          'No program is needed either: every dataset has a CSV, at one address for the newest and one for each revision.',
        ],
        links: [{ to: '/~/data', text: 'Open data' }],
      },
    ],
  },
}

/** Example queries; a test holds each against the schema. */
export const EXAMPLES = [
  {
    title: { zh: '端州区有饮水机的站点', en: 'Stations of Duanzhou with drinking water' },
    query: `{
  stations(filter: { region: "441202", amenities: [WATER] }, first: 10) {
    totalCount
    nodes {
      id
      name
      address
      openingHours
      location { lat lon }
    }
  }
}`,
  },
  {
    title: { zh: '一个数字和它的单元格', en: 'A figure and its cells' },
    query: `{
  campaign(id: "campaign:ZQ-2019-MONTH") {
    name(lang: EN)
    figures(measures: [VOLUNTEER_PERSON_TIMES]) {
      value
      qualifier
      status
      reporting { expected received missing { name } }
      sources(first: 5) { sheet cell raw submission { id } }
    }
  }
}`,
  },
  {
    title: { zh: '自第 10 版以来的变更', en: 'Changes since revision 10' },
    query: `{
  changes(since: 10, first: 50) {
    pageInfo { hasNextPage endCursor }
    nodes { kind type id fields revision { number at } }
  }
}`,
  },
] as const
