const TITLES =
  '站点编号,站点名称,站点形式,站点类别,场所类型,运行状态,所在区划,地址,经度,纬度,坐标系,定位精度,运营单位,服务电话,开放时间,便民设施,无障碍,服务项目,核实日期,站点负责人,负责人电话'

/** A register of so many stations as a city exports it; those of `changed` have another address. */
export function stationRegister(count: number, changed: ReadonlySet<number> = new Set()): Buffer {
  const rows = Array.from({ length: count }, (_, i) =>
    [
      `440802-${100_000 + i}`,
      `赤坎区示例第${i}村学雷锋志愿服务站`,
      '站,城乡社区,村,正常提供服务,440802',
      `赤坎区示例路${changed.has(i) ? '新' : ''}${i}号`,
      (110.3 + (i % 1000) / 10_000).toFixed(5),
      (21.2 + (i % 997) / 10_000).toFixed(5),
      'WGS-84,街道门牌附近,,0759-2003304,每天 8:30-20:00,饮水机、文具用品、应急药品,是',
      '法律援助、科学普及、社会治安、为老服务、医疗健康、植绿护绿、扶贫帮困',
      '2018-11-25,李范例,13800139397',
    ].join(','),
  )
  return Buffer.from(`\uFEFF${[TITLES, ...rows].join('\r\n')}\r\n`)
}
