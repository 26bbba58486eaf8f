/** A region's folder with so many times its authored rows, seeded: what the build takes where `multiplied.ts` is what the page takes. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readRecord } from '../../data/steps/read'
import { buildSite } from '../setup/site'
import { movedBy } from './multiplied'
import { seeded } from './synthetic'

/** Of the way that copies of the shipped record are moved: some ten metres. */
const nearby = 1e-4

interface Written {
  id?: string
  no?: number
  name?: string
  nameEn?: string
  text?: string
  features?: string[]
  position?: { at?: number[]; shape?: string }
  [key: string]: unknown
}

/**
 * Writes the default region's folder `times` over into `folder`, for `YULAN_REGION`: copies of its features beside them,
 * and of its plans and projects about them. Districts, boards, extents and drawn shapes stay as they are: shapes are also
 * what the basemap is made of, which does not grow with the record.
 */
export function writeMultiplied(root: string, folder: string, times: number, seed = 19) {
  cpSync(join(root, 'data'), folder, { recursive: true, filter: (path) => !path.endsWith('.ts') })
  cpSync(join(root, 'geo/shapes'), join(folder, 'shapes'), { recursive: true })
  const random = seeded(seed)
  const { record } = readRecord(root)
  const writtenOf = (rows: readonly { written: unknown }[]) => rows.map(({ written }) => written as Written)
  const rows = { features: [] as Written[], plans: [] as Written[], projects: [] as Written[] }
  for (let copy = 1; copy < times; copy++) {
    const ids = new Map<string, string>()
    writtenOf(record.features).forEach((feature, index) => {
      const { extent: _, highlights: __, aliases: ___, labelAt: ____, position, ...rest } = feature
      if (rest.kind === 'district' || rest.subkind === 'board' || position?.shape) return
      const id = `m${copy.toString(36)}z${index.toString(36)}`
      ids.set(String(feature.id), id)
      // No farther than a place is known, or it would lie in another district than it says.
      const move = movedBy([random() * nearby, random() * nearby])
      rows.features.push({
        ...rest,
        ...{ id, name: `${feature.name}${copy}`, nameEn: `${feature.nameEn} ${copy}` },
        ...(position?.at ? { position: { ...position, at: move(position.at) } } : {}),
      })
    })
    const about = ({ features = [] }: Written) => features.map((id) => ids.get(id) ?? id)
    writtenOf(record.plans).forEach((plan, index) => {
      const id = `m${copy.toString(36)}p${index.toString(36)}`
      rows.plans.push({ ...plan, id, text: `${plan.text}（${copy}）`, features: about(plan) })
    })
    for (const project of writtenOf(record.projects))
      rows.projects.push({ ...project, no: (project.no ?? 0) + copy * 1000, features: about(project) })
  }
  for (const [kind, made] of Object.entries(rows)) {
    mkdirSync(join(folder, kind), { recursive: true })
    // A file of JSON is one of YAML too.
    const lines = made.map((row) => `- ${JSON.stringify(row)}\n`)
    writeFileSync(join(folder, kind, 'multiplied.yaml'), lines.join(''))
  }
}

/** Returns how many seconds a whole build of the record takes `times` over. */
export async function measureBuild(root: string, times: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'yulan-bench-region-'))
  try {
    writeMultiplied(root, folder, times)
    const began = performance.now()
    const site = await buildSite({ YULAN_REGION: folder }, root)
    const seconds = (performance.now() - began) / 1000
    site.remove()
    return seconds
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
