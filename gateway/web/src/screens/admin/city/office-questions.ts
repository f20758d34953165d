import { say } from '../../../i18n/message.ts'
import { mapHref } from '../../../lib/map-href.ts'
import { isFields } from '../settings/document.ts'
import type { Answers, Section } from '../settings/question.ts'

const MAP_EXAMPLE = 'https://maps.gsi.go.jp/#17/{latitude}/{longitude}/'

/** The city itself: what it is called, how it is reached, where it leads to, and in which languages. */
export const OFFICE: readonly Section[] = [
  {
    title: 'admin.set-s-city',
    questions: [{ kind: 'line', path: 'name', label: 'admin.set-city-name', max: 60, translated: true }],
  },
  {
    title: 'admin.set-s-office',
    lead: 'admin.set-s-office-lead',
    questions: [
      {
        kind: 'line',
        path: 'office.name',
        label: 'admin.set-office-name',
        hint: 'admin.set-office-name-hint',
        translated: true,
      },
      { kind: 'line', path: 'office.address', label: 'admin.set-office-address' },
      { kind: 'line', path: 'office.phone', label: 'admin.set-office-phone', size: 16 },
      { kind: 'line', path: 'office.sms', label: 'admin.set-office-sms', size: 16, empty: 'null' },
      {
        kind: 'line',
        path: 'office.hours',
        label: 'admin.set-office-hours',
        hint: 'admin.set-office-hours-hint',
        translated: true,
      },
      {
        kind: 'line',
        path: 'office.url',
        label: 'admin.set-office-url',
        hint: 'admin.set-office-url-hint',
      },
      { kind: 'line', path: 'office.mail', label: 'admin.set-office-mail' },
    ],
  },
  {
    title: 'admin.set-s-links',
    questions: [
      {
        kind: 'list',
        path: 'links',
        label: 'admin.set-links',
        item: 'admin.set-link',
        add: 'admin.set-link-add',
        fresh: () => ({ title: '', url: '' }),
        questions: [
          { kind: 'line', path: 'title', label: 'admin.set-link-title', translated: true },
          { kind: 'line', path: 'url', label: 'admin.set-link-url', hint: 'admin.set-office-url-hint' },
        ],
      },
      {
        kind: 'line',
        path: 'mapLink',
        label: 'admin.set-map-link',
        hint: 'admin.set-map-link-hint',
        max: 400,
        empty: 'absent',
        means: mapMeans,
      },
    ],
  },
  {
    title: 'admin.set-s-languages',
    questions: [
      {
        kind: 'checks',
        path: 'languages',
        label: 'admin.set-languages',
        hint: 'admin.set-languages-hint',
        empty: 'absent',
        options: [
          { value: 'ja', label: say('admin.set-language-ja') },
          { value: 'ja-easy', label: say('admin.set-language-ja-easy') },
          { value: 'en', label: say('admin.set-language-en') },
        ],
      },
    ],
  },
  {
    title: 'admin.set-s-open-data',
    questions: [
      {
        kind: 'choice',
        path: 'openData',
        label: 'admin.set-open-data',
        options: [
          {
            id: 'off',
            label: 'admin.set-open-data-off',
            value: undefined,
            isNow: value => value === undefined,
          },
          {
            id: 'on',
            label: 'admin.set-open-data-on',
            value: { municipalityCode: '', prefecture: '', licence: 'CC BY 4.0' },
            isNow: isFields,
            questions: [
              {
                kind: 'line',
                path: 'openData.municipalityCode',
                label: 'admin.set-open-data-code',
                hint: 'admin.set-open-data-code-hint',
                size: 8,
              },
              {
                kind: 'line',
                path: 'openData.prefecture',
                label: 'admin.set-open-data-prefecture',
                size: 10,
              },
              {
                kind: 'line',
                path: 'openData.licence',
                label: 'admin.set-open-data-licence',
                hint: 'admin.set-open-data-licence-hint',
              },
            ],
          },
        ],
      },
    ],
  },
]

function mapMeans(answers: Answers) {
  const link = answers('mapLink')
  if (typeof link !== 'string' || link === '') return say('admin.set-map-link-example', { link: MAP_EXAMPLE })
  return say('admin.set-map-link-means', { link: mapHref(link, { latitude: 35.6936, longitude: 139.5889 }) })
}
