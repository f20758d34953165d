import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { newKey } from '../api/idempotency-key.ts'
import type { Message } from '../i18n/message.ts'
import { markDirty } from './dirty.ts'
import { forgetDraft, forgetKey, keepDraft, keepKey, readDraft, readKey } from './drafts.ts'

/** What every field of `ui/` takes. */
export type FieldProps<T> = {
  readonly id: string
  readonly name: string
  readonly value: T
  readonly error: Message | undefined
  readonly onChange: (value: T) => void
}
export type FieldError<F extends string = string> = { readonly field: F; readonly message: Message }

type Fields = { readonly [field: string]: unknown }
type Answer = { readonly status: 'ok' | 'refused' | 'away' }
export type FormSpec<V extends Fields, A extends Answer> = {
  readonly initial: V
  /** Keeps the text in this tab under this name; fields in `secret` are never kept. */
  readonly draft?: string
  readonly secret?: readonly (keyof V & string)[]
  /** Judges all fields, on submit only. Field order is the order of the summary. */
  readonly validate?: (values: V) => readonly FieldError<keyof V & string>[]
  /** Sends the form; called again with the same key only after `away`. */
  readonly submit: (values: V, key: string) => Promise<A>
}

export type Form<V extends Fields, A extends Answer> = {
  readonly values: V
  readonly set: <K extends keyof V & string>(field: K, value: V[K]) => void
  /** Props of a field: `<TextField label={…} {...form.field('eventName')} />`. */
  readonly field: <K extends keyof V & string>(field: K) => FieldProps<V[K]>
  readonly errors: readonly FieldError[]
  /** Counts failed submits, so that the summary takes the focus each time. */
  readonly attempt: number
  /** Adds errors the server found. */
  readonly setErrors: (errors: readonly FieldError[]) => void
  readonly busy: boolean
  readonly answer: A | undefined
  readonly onSubmit: (event?: Event) => void
  /** Judges without sending, for a page of its own before the confirm page; says whether all is well. */
  readonly check: (event?: Event) => boolean
  readonly reset: () => void
}

/** A form: values, errors on submit only, one send at a time, a draft that survives, and the key of the press. */
export function useForm<V extends Fields, A extends Answer>(spec: FormSpec<V, A>): Form<V, A> {
  const { draft, initial } = spec
  const [values, setValues] = useState<V>(() => (draft === undefined ? initial : readDraft(draft, initial)))
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const [attempt, setAttempt] = useState(0)
  const sending = useSending(spec, values)
  const isDirty = useDirtyMark(values, initial)
  useEffect(() => {
    if (draft !== undefined && isDirty) keepDraft(draft, without(values, spec.secret ?? []))
  }, [draft, isDirty, values])
  const set = useCallback<Form<V, A>['set']>((field, value) => {
    setValues(before => ({ ...before, [field]: value }))
  }, [])
  const showErrors = useCallback((found: readonly FieldError[]) => {
    setErrors(found)
    if (found.length > 0) setAttempt(number => number + 1)
  }, [])
  const check = (event?: Event) => {
    event?.preventDefault()
    const found = spec.validate?.(values) ?? []
    showErrors(found)
    return found.length === 0
  }
  return {
    values,
    set,
    field: name => ({
      id: `f-${name}`,
      name,
      value: values[name],
      error: errors.find(error => error.field === name)?.message,
      onChange: value => set(name, value),
    }),
    errors,
    attempt,
    setErrors: showErrors,
    busy: sending.busy,
    answer: sending.answer,
    onSubmit: event => {
      if (check(event)) sending.send()
    },
    check,
    reset: () => setValues(initial),
  }
}

function useSending<V extends Fields, A extends Answer>(spec: FormSpec<V, A>, values: V) {
  const [busy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<A>()
  const isBusy = useRef(false)
  const key = useRef<string | undefined>(undefined)
  key.current ??= (spec.draft && readKey(spec.draft)) || newKey()
  const send = async () => {
    if (isBusy.current) return
    isBusy.current = true
    setBusy(true)
    try {
      const used = key.current ?? newKey()
      // After `away`, or a reload before the answer, nobody knows whether it arrived: the same key asks for the same answer.
      if (spec.draft !== undefined) keepKey(spec.draft, used)
      const got = await spec.submit(values, used)
      if (got.status !== 'away') {
        key.current = newKey()
        if (spec.draft !== undefined) forgetKey(spec.draft)
      }
      if (got.status === 'ok' && spec.draft !== undefined) forgetDraft(spec.draft)
      setAnswer(got)
    } finally {
      isBusy.current = false
      setBusy(false)
    }
  }
  return { busy, answer, send: () => void send() }
}

function useDirtyMark(values: object, initial: object): boolean {
  const first = useRef(JSON.stringify(initial))
  const isDirty = useMemo(() => JSON.stringify(values) !== first.current, [values])
  const form = useRef({}).current
  useEffect(() => {
    markDirty(form, isDirty)
    return () => markDirty(form, false)
  }, [form, isDirty])
  return isDirty
}

function without(values: Fields, secret: readonly string[]): object {
  return Object.fromEntries(Object.entries(values).filter(([field]) => !secret.includes(field)))
}
