-- A crowd of residents on POST /api/reservations: each in turn, each time round one slot further on, every press with its own key.
-- PRESSES is a file: how many tokens, the tokens, then one JSON body a line. KEYS begins every key. Requests are made before the clock starts.
local requests, prepared, nr = {}, tonumber(os.getenv('PREPARED')), 0
local tokens, bodies = {}, {}
local keys = os.getenv('KEYS')
-- Global, because that is all `done` can read of a thread.
won, lost, shed, other, example = 0, 0, 0, 0, ''

local function compose(number)
  local round = math.floor(number / #tokens)
  return wrk.format('POST', '/api/reservations', {
    ['Content-Type'] = 'application/json',
    ['Cookie'] = 'session=' .. tokens[number % #tokens + 1],
    ['Idempotency-Key'] = keys .. number,
  }, bodies[(number + round) % #bodies + 1])
end

function init()
  local lines = io.lines(os.getenv('PRESSES'))
  for _ = 1, tonumber(lines()) do tokens[#tokens + 1] = lines() end
  for body in lines do bodies[#bodies + 1] = body end
  for number = 0, prepared - 1 do requests[number + 1] = compose(number) end
end

function request()
  nr = nr + 1
  return requests[nr] or compose(nr - 1)
end

function response(status, _, body)
  if status == 409 then lost = lost + 1
  elseif status == 201 then won = won + 1
  elseif status == 503 then shed = shed + 1
  else
    other = other + 1
    example = status .. ' ' .. body
  end
end

local thread
function setup(only) thread = only end

function done(summary)
  local errors = summary.errors
  local broken = errors.connect + errors.read + errors.write + errors.timeout
  io.write(string.format('RESULT {"micros":%d,"answers":{"201":%d,"409":%d,"503":%d,"other":%d},"lost":%d}\n', summary.duration,
    thread:get('won'), thread:get('lost'), thread:get('shed'), thread:get('other'), broken))
  if thread:get('other') > 0 then io.write('EXAMPLE ' .. thread:get('example') .. '\n') end
end
