/** The atlas: overview, the central districts, networks, an index of places, and sources. Pure. */
import type { Geometry, Position } from 'geojson'
import type { Plan } from '../../../data/schema'
import { themeIds } from '../../../data/schema-ids'
import { toldPoints } from '../briefing/told'
import { highlightsOf } from '../detail'
import { message } from '../messages'
import { membersOf } from '../networks'
import { allDistrictPlans } from '../plans/district-plans'
import { weightiestFirst } from '../plans/weight'
import type { RecordFeature } from '../record'
import { regionValues } from '../region-values'
import { statementParts } from '../statement'
import { defaultView, type View } from '../view'
import { handoutPoint } from './briefing-pages'
import { type Citations, createCitations, type HandoutContext, textIn } from './context'
import type { HandoutPoint } from './handout'
import { emptySection, type PaperCard, type PaperDocument, type PaperPlace, type PaperSection } from './paper-document'

const overviewId = 'overview'

/** Returns the atlas. */
export function atlasDocument(context: HandoutContext): PaperDocument {
  const { record, language, today } = context
  const t = textIn(context)
  const citations = createCitations()
  const districts = record.centralDistricts.map((district) => districtSection(district, context, citations))
  const networks: PaperSection = {
    ...{ ...emptySection, id: 'networks', title: t('handout.networks'), ownPage: true },
    cards: networkCards(context),
  }
  const places = placesOf(context)
  const unplaced = record.features.length - record.features.filter(({ geometry }) => geometry).length
  const index: PaperSection = {
    ...{ ...emptySection, id: 'index', title: t('handout.index'), places },
    note: t('handout.indexNote', { count: unplaced }),
  }
  const sources: PaperSection = { ...emptySection, id: 'sources', title: t('handout.sourcesTitle'), sources: true }
  const view = defaultView(themeIds)
  const overview: PaperSection = {
    ...{ ...emptySection, id: overviewId, title: t('handout.overview'), ownPage: true, link: context.addressOf(view) },
    map: { view, gridded: true },
    contents: [...districts, networks, index, sources].map(({ id, title }) => ({ section: id, title })),
  }
  return {
    ...{ title: t('handout.atlas', regionValues(record.region, language)), language },
    statement: statementParts(language, record.release, today),
    link: context.addressOf(view),
    sections: [overview, ...districts, networks, index, sources],
    sources: citations.all,
  }
}

const nameOf = ({ properties }: RecordFeature, { language }: HandoutContext) =>
  language === 'en' ? properties.nameEn : properties.name

function districtSection(district: RecordFeature, context: HandoutContext, citations: Citations): PaperSection {
  const { record } = context
  const { id, positioning } = district.properties
  const view: View = { ...defaultView(themeIds), districts: [id] }
  const { own, within, shared } = allDistrictPlans(record, id)
  const highlights = highlightsOf(record, district, view)
  const weightiest = [...own, ...within].sort(weightiestFirst(record))
  const others = [...shared].sort(weightiestFirst(record))
  const plans = [...new Set([...highlights, ...weightiest, ...others])]
  const t = textIn(context)
  const counts = t('handout.districtCounts', { own: own.length, within: within.length, shared: shared.length })
  const words = positioning.slice(0, 2).map(({ text }) => text)
  return {
    ...{ ...emptySection, id: `district:${id}`, title: nameOf(district, context), ownPage: true, onePage: true },
    link: context.addressOf(view),
    note: [...words, counts].join('；'),
    map: { view, gridded: true },
    points: pointsOf(plans, view, context, citations),
  }
}

function pointsOf(plans: readonly Plan[], view: View, context: HandoutContext, citations: Citations): HandoutPoint[] {
  const { record, details, language } = context
  const points = plans.map(({ id }) => ({ kind: 'cited' as const, item: { kind: 'plan' as const, id } }))
  return toldPoints({ points, view }, { record, details, language }).map((point) => handoutPoint(point, citations))
}

/** What has no position of its own but members that have: at least two, or there is nothing to connect. */
function networkCards(context: HandoutContext): PaperCard[] {
  const { record, language } = context
  return record.features.flatMap((feature): PaperCard[] => {
    const { id, summary } = feature.properties
    const members = membersOf(record, id).map((member) => member.feature)
    if (feature.geometry || record.extentById.has(id)) return []
    if (members.filter(({ geometry }) => geometry).length < 2) return []
    const names = members.map((member) => nameOf(member, context)).join(language === 'en' ? ', ' : '、')
    const text = language === 'en' ? names : [summary, names].filter(Boolean).join('。')
    return [{ id, text, title: nameOf(feature, context), view: { ...defaultView(themeIds), feature: id } }]
  })
}

/** Every placed feature but districts, in the order of its Latin spelling. */
function placesOf(context: HandoutContext): PaperPlace[] {
  const { record, language } = context
  const central = new Set(record.region.centralDistricts)
  return record.features
    .filter(({ geometry, properties }) => geometry && properties.kind !== 'district')
    .sort((one, other) => sortKey(one, language).localeCompare(sortKey(other, language), 'en'))
    .flatMap((feature): PaperPlace[] => {
      const { geometry, properties } = feature
      if (!geometry) return []
      const [longitude, latitude] = middleOf(geometry)
      if (longitude === undefined || latitude === undefined) return []
      const districts = properties.districts.filter((code) => central.has(code)).map((code) => `district:${code}`)
      return [
        {
          name: nameOf(feature, context),
          kind: message(language, `kind.${properties.kind}`),
          position: [longitude, latitude],
          sections: [...districts, overviewId],
        },
      ]
    })
}

/** Of a line its middle vertex, of several lines that of the one with most. */
function middleOf(geometry: Geometry): Position {
  if (geometry.type === 'Point') return geometry.coordinates
  const lines =
    geometry.type === 'LineString'
      ? [geometry.coordinates]
      : geometry.type === 'MultiLineString'
        ? geometry.coordinates
        : []
  const longest = lines.reduce<Position[]>((best, line) => (line.length > best.length ? line : best), [])
  return longest[Math.floor(longest.length / 2)] ?? []
}

const sortKey = ({ properties }: RecordFeature, language: HandoutContext['language']) =>
  language === 'en' ? properties.nameEn : properties.pinyin
