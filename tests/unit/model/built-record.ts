import { type DetailFiles, indexRecord, type PlanRecord, type RecordFeature } from '../../../src/model/record'
import { builtRecord as built } from '../../fixtures/built-record'
import { chongqingPage } from '../../fixtures/region'

/** The record as the application holds it, from the shipped files of the real recipe; a fresh copy for every caller. */
export async function builtRecord(): Promise<{ record: PlanRecord; details: DetailFiles }> {
  const { shipped } = await built()
  const features = JSON.parse(shipped.files.get('features.geojson') ?? '') as { features: RecordFeature[] }
  const record = indexRecord({ ...JSON.parse(shipped.core), features: features.features }, chongqingPage)
  return { record, details: JSON.parse(shipped.details) as DetailFiles }
}
