import { setTimeout as pause } from 'node:timers/promises'
import { ROOT_CONTEXT, SpanKind, SpanStatusCode, TraceFlags, trace } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { AlwaysOnSampler, BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import { type EndedSpan, keepSpans, type Span } from './trace.ts'

const KINDS: Readonly<Record<Span['kind'], SpanKind>> = {
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
  internal: SpanKind.INTERNAL,
}
/** For the last of them, when the process stops: a collector that is away keeps nobody. */
const LAST_MS = 2_000
const QUEUE = { maxQueueSize: 8_192, scheduledDelayMillis: 1_000, exportTimeoutMillis: 5_000 } as const

/** Sends this process's spans to a collector by OTLP/HTTP; what it does not take in time is dropped, and nothing waits for it. */
export function sendSpans(
  process: string,
  { endpoint, share }: { readonly endpoint: string; readonly share: number },
): AsyncDisposable {
  const ids = { trace: '', span: '' }
  const exporter = new OTLPTraceExporter({ url: new URL('/v1/traces', endpoint).href })
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': process, 'service.namespace': 'asaichi' }),
    sampler: new AlwaysOnSampler(),
    spanProcessors: [new BatchSpanProcessor({ exporter, ...QUEUE })],
    // Ours: a span's id is told onward before it is known whether the span will be kept.
    idGenerator: { generateSpanId: () => ids.span, generateTraceId: () => ids.trace },
  })
  const tracer = provider.getTracer('asaichi')
  const stopKeeping = keepSpans({
    share,
    keep(span) {
      ids.span = span.spanId
      ids.trace = span.traceId
      const kept = tracer.startSpan(
        span.name,
        { kind: KINDS[span.kind], startTime: span.from, attributes: { ...span.attributes } },
        contextOf(span),
      )
      if (span.failed) kept.setStatus({ code: SpanStatusCode.ERROR })
      kept.end(span.to)
    },
  })
  return {
    async [Symbol.asyncDispose]() {
      stopKeeping()
      await Promise.race([
        provider.shutdown().catch(() => undefined),
        pause(LAST_MS, undefined, { ref: false }),
      ])
    },
  }
}

function contextOf({ traceId, parentId }: EndedSpan) {
  if (parentId === undefined) return ROOT_CONTEXT
  const parent = { traceId, spanId: parentId, traceFlags: TraceFlags.SAMPLED, isRemote: true }
  return trace.setSpanContext(ROOT_CONTEXT, parent)
}
