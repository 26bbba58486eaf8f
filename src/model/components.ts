/** The software packages in what ships, as the build's bill of materials tells them. Pure. */

/** Where the bill stands, from the site's root. */
export const billName = 'data/v1/sbom.json'
/** Where the texts of the licences stand. */
export const licencesName = 'data/v1/licences.txt'

/** A component of a CycloneDX bill, as far as it is used here. */
export interface BillComponent {
  type: 'library' | 'application'
  'bom-ref': string
  group?: string
  name: string
  version?: string
  licenses: ({ license: { id: string } } | { expression: string })[]
  purl?: string
  externalReferences?: { type: 'website'; url: string }[]
  properties?: { name: string; value: string }[]
}

/** A CycloneDX 1.5 bill. */
export interface Bill {
  bomFormat: 'CycloneDX'
  specVersion: '1.5'
  version: number
  metadata: { component: BillComponent }
  components: BillComponent[]
  dependencies: { ref: string; dependsOn: string[] }[]
}

/** A package as a line of a list. */
export interface ShippedComponent {
  name: string
  /** Empty where no file tells it. */
  version: string
  licence: string
  /** The packages in whose files it comes, joined; empty for one that the build itself bundled. */
  within: string
}

/** Returns the packages of a bill, in its order. */
export const componentsOf = ({ components }: Pick<Bill, 'components'>): ShippedComponent[] =>
  components.map(({ group, name, version = '', licenses, properties = [] }) => ({
    name: group ? `${group}/${name}` : name,
    version,
    licence: licenses.map((one) => ('expression' in one ? one.expression : one.license.id)).join(', '),
    within: properties.map(({ value }) => value).join(', '),
  }))
