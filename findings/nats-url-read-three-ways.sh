#!/usr/bin/env bash
# A deployment keeps one NATS_URL for everything: user, password and the cluster's servers, with commas between them. One would
# guess that the official clients read it alike, as the URL is the same and Go's client takes all of it.
# The one for Node passes over user and password without a word and is refused for having none; of a list it dials the last
# server only, so it stays away while the others are up. The one for Python takes the password and refuses the list.
# It hurts whoever gives services in several languages the same Secret: some of them start, and some only on a good day.
set -euo pipefail
folder=$(mktemp -d)
cd "$folder"
cat > go.mod <<'E'
module k

go 1.25.0

require (
	github.com/nats-io/nats-server/v2 v2.14.5
	github.com/nats-io/nats.go v1.55.0
)
E
cat > main.go <<'E'
package main

import (
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"
)

func main() {
	if len(os.Args) > 1 {
		for _, url := range os.Args[1:] {
			if c, err := nats.Connect(url); err != nil {
				fmt.Println("go:", err)
			} else {
				fmt.Println("go: connected")
				c.Close()
			}
		}
		return
	}
	s, err := server.NewServer(&server.Options{Host: "127.0.0.1", Port: -1, Username: "u", Password: "p"})
	if err != nil {
		panic(err)
	}
	s.Start()
	if !s.ReadyForConnections(10 * time.Second) {
		panic("not ready")
	}
	url := s.ClientURL()
	os.WriteFile("port", []byte(url[strings.LastIndex(url, ":")+1:]), 0o600)
	time.Sleep(2 * time.Minute)
}
E
CGO_ENABLED=0 GOFLAGS=-mod=mod go build -o k .
npm install --loglevel=error --no-audit --no-fund --ignore-scripts @nats-io/transport-node@3.4.0
python3 -m venv .venv
.venv/bin/pip install --quiet nats-py==2.16.0
./k &
server=$!
trap 'kill "$server" 2>/dev/null || true; rm -rf "$folder"' EXIT
for _ in $(seq 100); do [ -s port ] && break; sleep 0.1; done
port=$(cat port)
# Nobody listens on port 1.
one="nats://u:p@127.0.0.1:$port" list="nats://u:p@127.0.0.1:$port,nats://u:p@127.0.0.1:1"
cat > run.mjs <<'E'
import { connect } from '@nats-io/transport-node'
for (const servers of process.argv.slice(2))
  for (const asked of [{}, { user: 'u', pass: 'p' }])
    try {
      const c = await connect({ servers, maxReconnectAttempts: 0, ...asked })
      console.log('node:', 'user' in asked ? 'told apart,' : 'in the URL,', 'connected')
      await c.close()
    } catch (error) {
      console.log('node:', 'user' in asked ? 'told apart,' : 'in the URL,', error.name)
    }
E
cat > run.py <<'E'
import asyncio
import sys

import nats


async def main():
    for url in sys.argv[1:]:
        try:
            client = await nats.connect(url, allow_reconnect=False)
            print("python: connected")
            await client.close()
        except Exception as error:
            print("python:", error)


asyncio.run(main())
E
{ ./k "$one" "$list"; node run.mjs "$one" "$list"; .venv/bin/python run.py "$one" "$list"; } 2>&1 | tee seen
cat > expected <<'E'
go: connected
go: connected
node: in the URL, AuthorizationError
node: told apart, connected
node: in the URL, ConnectionError
node: told apart, ConnectionError
python: connected
python: nats: invalid connect url option
E
diff seen expected
