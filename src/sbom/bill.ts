/** Writes what ships as a bill of materials (CycloneDX 1.5) and as a text of licences. Pure. */
import { addToGroup } from '../../geo/base/groups'
import type { Bill, BillComponent } from '../model/components'
import type { BundledPackage } from './bundled-packages'

/** The application that the bill is of. */
export interface BillSubject {
  name: string
  version: string
  licence: string
}

/** Returns the bill. It holds no date and no serial number, so that two builds write the same. */
export function billOf(subject: BillSubject, packages: readonly BundledPackage[]): Bill {
  const components = packages.map(componentOf)
  const refs = new Map(packages.map(({ name }, index) => [name, components[index]?.['bom-ref'] ?? name]))
  const inside = (holder: string) =>
    packages.filter(({ within }) => within.includes(holder)).map(({ name }) => refs.get(name) ?? name)
  const own = `${subject.name}@${subject.version}`
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': own,
        name: subject.name,
        version: subject.version,
        licenses: [licenceOf(subject.licence)],
      },
    },
    components,
    dependencies: [
      {
        ref: own,
        dependsOn: packages.filter(({ within }) => within.length === 0).map(({ name }) => refs.get(name) ?? name),
      },
      ...packages.map(({ name }) => ({ ref: refs.get(name) ?? name, dependsOn: inside(name) })),
    ],
  }
}

/** Packages in the registry, as package URLs write them: the @ of a scope is escaped. */
function componentOf({ name, version, licence, website, within }: BundledPackage): BillComponent {
  const [scope, bare] = name.startsWith('@') ? name.split('/') : [undefined, name]
  const purl = `pkg:npm/${scope ? `${scope.replace('@', '%40')}/` : ''}${bare}${version ? `@${version}` : ''}`
  return {
    type: 'library',
    'bom-ref': purl,
    ...(scope ? { group: scope } : {}),
    name: bare ?? name,
    ...(version ? { version } : {}),
    licenses: [licenceOf(licence)],
    purl,
    ...(website ? { externalReferences: [{ type: 'website', url: website }] } : {}),
    ...(within.length > 0 ? { properties: within.map((value) => ({ name: 'yulan:within', value })) } : {}),
  }
}

const licenceOf = (licence: string): BillComponent['licenses'][number] =>
  / (AND|OR|WITH) /.test(licence) ? { expression: licence } : { license: { id: licence } }

/** Returns every package with the text of its licence, those with one text together. */
export function licenceTexts(packages: readonly BundledPackage[]): string {
  const byText = new Map<string, string[]>()
  for (const { name, version, licence, licenceText } of packages) {
    const text = licenceText ?? licence
    addToGroup(byText, text, `${name}${version ? ` ${version}` : ''} (${licence})`)
  }
  return [...byText].map(([text, names]) => `${names.join('\n')}\n\n${text}\n`).join(`\n${'-'.repeat(78)}\n\n`)
}
