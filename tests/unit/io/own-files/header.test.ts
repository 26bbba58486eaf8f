import { expect, test } from 'vitest'
import { findHeader } from '../../../../src/io/own-files/header'

test('a sheet may be longer than a call has room for arguments', () => {
  const names = { row: 1, cells: ['名称', '经度', '纬度'] }
  const lines = [
    names,
    ...Array.from({ length: 180_000 }, (_, at) => ({ row: at + 2, cells: ['甲', '106.5', '29.5'] })),
  ]
  expect(findHeader(lines, (index) => `列${index}`)).toEqual({ names: ['名称', '经度', '纬度'], first: 1 })
})
