import type { Bilingual } from './text.ts'

export const about: Bilingual = {
  zh: {
    title: '关于邻站',
    lead: '邻站是志愿服务（学雷锋志愿服务）的开放数据站：把各单位填报的表格、登记册和政策文件读成一张互相连通的数据网，再原样摆给大家看。',
    sections: [
      {
        id: 'for',
        title: '给谁用',
        items: [
          '市民：找到附近的志愿服务站点，看开放时间和设施。',
          '记者和研究者：引用专项行动的数字，并能追到表格里的单元格。',
          '合作单位的程序员：用 GraphQL 查询，按版次同步。',
        ],
      },
      {
        id: 'demo',
        title: '哪些是真实的，哪些是演示',
        paragraphs: [
          '真实的：五份政策文件（已删去联系人和电话）及其条款、指标、标准、期限和代码表；行政区划及其沿革；文件点名的单位和场所。',
          '演示的：站点、组织名册、项目、活动、填好的表格和其中的全部数字。它们由程序按固定规则编出，名称带“示例”或“演示”，网页、接口和下载里都有标记。文件附的是空白表格，没有任何已填的结果。',
          '真实单位的名称旁写有“（演示）”，意思是：单位是真的，旁边的数字不是它报的。',
        ],
      },
      {
        id: 'sources',
        title: '来源与许可',
        items: [
          '政策文件：各市公开发布的通知与意见。',
          '行政区划：民政部公布的区划及其变更，经两套公开数据核对。',
          '县区轮廓：示意图，精度约 100–300 米，不作为划界依据。',
          '海域：© OpenStreetMap contributors，ODbL 1.0。',
          '乡镇地名和“从哪里找”里的镇街、区县位置：GeoNames，CC BY 4.0；九处景区：© OpenStreetMap contributors，ODbL 1.0；三处机场：OurAirports，公有领域。',
        ],
        links: [
          { to: '/~/documents', text: '政策文件' },
          { to: '/~/data', text: '开放数据与使用许可' },
          { to: '/~/method', text: '数字怎么算' },
        ],
      },
    ],
  },
  en: {
    title: 'About Linzhan',
    lead: 'Linzhan (邻站, “the station next door”) is an open-data site for volunteer service in Chinese cities: it reads the forms, registers and policy documents of offices into one connected graph and shows it as it is.',
    sections: [
      {
        id: 'for',
        title: 'Whom it is for',
        items: [
          'Citizens: find a volunteer station nearby, with its opening hours and amenities.',
          'Journalists and researchers: cite figures of campaigns and trace them to the cell of a form.',
          'Programmers of partners: query with GraphQL and follow the revisions.',
        ],
      },
      {
        id: 'demo',
        title: 'What is real and what is demonstration',
        paragraphs: [
          'Real: the five policy documents (contacts removed) with their clauses, targets, standards, deadlines and code lists; the administrative divisions and their history; the bodies and venues that the documents name.',
          'Demonstration: stations, the register of organizations, projects, activities, the filed forms and every number in them. A program made them up by fixed rules; their names say 示例 (example) or 演示 (demonstration), and pages, graph and downloads mark them. The documents contain blank forms and no results.',
          'Beside the name of a real body stands “(demo)”: the body is real, the number beside it was not reported by it.',
        ],
      },
      {
        id: 'sources',
        title: 'Sources and licences',
        items: [
          'Policy documents: notices and opinions published by the cities.',
          'Divisions: those of the Ministry of Civil Affairs with their changes, checked against two public data sets.',
          'Outlines of counties: schematic, within about 100–300 m; they define no boundary.',
          'Sea: © OpenStreetMap contributors, ODbL 1.0.',
          'Towns, and the places to look from: GeoNames, CC BY 4.0; nine landmarks: © OpenStreetMap contributors, ODbL 1.0; three airports: OurAirports, public domain.',
        ],
        links: [
          { to: '/~/documents', text: 'Policy documents' },
          { to: '/~/data', text: 'Open data and terms of use' },
          { to: '/~/method', text: 'How numbers are made' },
        ],
      },
    ],
  },
}
