-- The same request again and again: a GET, or a POST of the JSON in BODY.
local body = os.getenv('BODY')
if body then
  wrk.method = 'POST'
  wrk.body = body
  wrk.headers['Content-Type'] = 'application/json'
end

function done(summary)
  local errors = summary.errors
  local lost = errors.connect + errors.read + errors.write + errors.timeout
  io.write(string.format('RESULT {"micros":%d,"answers":{"200":%d,"bad":%d},"lost":%d}\n',
    summary.duration, summary.requests - errors.status, errors.status, lost))
end
