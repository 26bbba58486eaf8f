import type { AskedFeature } from '../../../src/model/analysis'
import { worldOf } from '../../../src/model/analysis'
import { type PreparedWorld, prepareWorld } from '../../../src/model/analysis-world'
import { builtRecord } from './built-record'

/** The real record made ready to be asked, once per test file. */
export async function realWorld(): Promise<{ world: PreparedWorld; features: AskedFeature[] }> {
  const asked = worldOf((await builtRecord()).record)
  return { world: prepareWorld(asked), features: asked.features }
}
