// What one Node process can answer at all: a POST that parses and echoes JSON, and a GET of the bytes it was last given.
// node bare.ts <port>
import { serve } from '@hono/node-server'
import { Hono } from 'hono'

const app = new Hono()
let page = '{}'

app.post('/echo', async request => request.json(await request.req.json()))
app.put('/page', async request => {
  page = await request.req.text()
  return request.body(null, 204)
})
app.get('/page', request => request.body(page, 200, { 'content-type': 'application/json' }))

serve({ fetch: app.fetch, port: Number(process.argv[2]), hostname: '127.0.0.1' }, () => console.log('ready'))
