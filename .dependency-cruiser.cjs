/** The rings of docs/architecture.md: imports point inward only. */
const ring = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: '\\.(test|bench)\\.tsx?$' },
  to: { path: '^(src|scripts|payload\\.config)', pathNot: [from, ...allowed] },
})

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', '^src/app/', '\\.test\\.ts$', '^src/components/'] },
      to: {},
    },
    { name: 'not-to-unresolvable', severity: 'error', from: { path: '^src' }, to: { couldNotResolve: true } },
    {
      name: 'domain-is-pure',
      comment: 'domain decides: no payload, next, fs, database or network',
      severity: 'error',
      from: { path: '^src/domain', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^(node_modules|node:|fs|path|crypto)',
        pathNot: '^node_modules/(zod|papaparse|@types/papaparse|@zxcvbn-ts)',
      },
    },
    ring('domain-imports-domain', '^src/domain/', []),
    ring('access-imports-domain', '^src/access/', ['^src/domain/']),
    ring('lib-imports-domain-and-access', '^src/lib/', ['^src/(domain|access)/', '^src/payload-types']),
    ring('store-imports-domain', '^src/store/', ['^src/domain/', '^src/lib/giveWay', '^src/payload-types']),
    ring('files-import-lib', '^src/files/', ['^src/lib/']),
    ring('email-imports-lib', '^src/email/', ['^src/(domain|lib)/']),
    ring('services-import-store', '^src/services/', [
      '^src/(domain|access|lib|store|files|email)/',
      '^src/payload-types',
    ]),
    ring('jobs-import-services', '^src/jobs/', [
      '^src/(domain|access|lib|services|email)/',
      '^src/payload-types',
    ]),
    ring('hooks-import-services', '^src/hooks/', [
      '^src/(domain|access|lib|store|files|services|email)/',
      '^src/payload-types',
    ]),
    ring('fields-import-hooks', '^src/fields/', ['^src/(domain|access|lib|hooks)/']),
    ring('endpoints-import-services', '^src/endpoints/', [
      '^src/(domain|access|lib|services)/',
      '^src/payload-types',
    ]),
    ring('collections-import-endpoints', '^src/collections/', [
      '^src/(domain|access|lib|hooks|fields|endpoints|services)/',
    ]),
    ring('components-import-contracts-and-ui', '^src/components/', [
      '^src/endpoints/(caseFilters|[^/]+/contract)\\.ts$',
      '^src/(domain|access)/',
    ]),
    {
      name: 'only-the-store-knows-the-database',
      severity: 'error',
      from: { path: '^(src|scripts)', pathNot: ['^src/store/', '^src/migrations/'] },
      to: { path: '^node_modules/(@payloadcms/db-|drizzle-orm|@libsql|libsql|mongodb|mongoose)' },
    },
    {
      name: 'only-files-know-the-bucket',
      severity: 'error',
      from: { path: '^(src|scripts)', pathNot: '^src/files/' },
      to: { path: '^node_modules/(@aws-sdk|@smithy)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/app/|^src/migrations/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
