import { Link } from 'wouter-preact'
import { api } from '../../../api/client.ts'
import type { RouteAt, ValueOf } from '../../../api/routes.ts'
import { useApi } from '../../../api/use-api.ts'
import { Moment } from '../../../i18n/format.tsx'
import { say } from '../../../i18n/message.ts'
import { P, T } from '../../../i18n/text.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { Paged } from '../../shared/paged.tsx'
import { useQuery } from '../../shared/use-query.ts'
import { ActFilter } from './act-filter.tsx'
import { nameOfAct } from './act-name.ts'
import { filterOf, queryOf } from './filter-of.ts'
import './acts.css'

type Act = ValueOf<RouteAt<'get', '/api/cities/{cityId}/acts'>>['items'][number]

/** Newest first; what is looked for stands in the address as ids and days, never as a name. */
export function Acts({ cityId }: { readonly cityId: string }) {
  const [query, change] = useQuery()
  const filter = filterOf(query)
  const after = query.get('after') ?? undefined
  const acts = useApi(
    signal =>
      api.get('/api/cities/{cityId}/acts', {
        params: { cityId },
        query: { ...queryOf(filter), after, limit: 50 },
        signal,
      }),
    [cityId, query.toString()],
  )
  return (
    <>
      <P k="admin.acts-lead" class="lead" />
      <ActFilter
        key={query.toString()}
        cityId={cityId}
        filter={filter}
        onChange={wanted => change({ ...wanted, after: undefined })}
      />
      {filter.about !== undefined && (
        <p>
          <T k="admin.acts-about-one" /> <TextLink href="/admin/acts" k="admin.acts-about-all" />
        </p>
      )}
      <Paged of={acts} after={after} onGo={cursor => change({ after: cursor })}>
        {items =>
          items.length === 0 ? (
            <P k="admin.acts-none" />
          ) : (
            <div class="acts">
              <Table
                caption={say('admin.acts-caption')}
                columns={COLUMNS}
                rows={items.map((act, nr) => ({ ...act, nr }))}
                keyOf={({ nr }) => String(nr)}
              />
            </div>
          )
        }
      </Paged>
    </>
  )
}

const COLUMNS: readonly Column<Act>[] = [
  { head: say('admin.acts-at'), isRowHead: true, cell: ({ at }) => <Moment at={at} /> },
  { head: say('admin.acts-by'), cell: act => <By {...act} /> },
  { head: say('admin.acts-act'), cell: ({ act }) => <T k={nameOfAct(act)} /> },
  { head: say('admin.acts-about'), cell: act => <About {...act} /> },
]

function By({ by, role }: Act) {
  if (by === null) return <T k="admin.acts-by-machine" />
  return (
    <>
      <Name of={by} />
      {role !== null && <T k="admin.acts-role" p={{ role: <T k={`states.role-${role}`} /> }} />}
    </>
  )
}

function About({ by, about }: Act) {
  if (by?.personId === about.personId) return <T k="admin.acts-self" />
  if (about.name === null) return <Name of={about} />
  return (
    <Link href={`/admin/acts?about=${about.personId}`}>
      <Name of={about} />
    </Link>
  )
}

function Name({ of: { name } }: { readonly of: Act['about'] }) {
  return name === null ? <T k="admin.acts-gone" /> : <span lang="ja">{name}</span>
}
