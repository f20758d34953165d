#!/bin/sh
# Nightly, by asaichi-backup.timer: a whole copy beside the WAL that is archived all day; what is older than five weeks goes.
set -eu
cd "$(dirname "$0")"
night=$(date +%F)
docker compose exec -T postgres pg_basebackup --username=postgres --pgdata="/backups/$night.part" --checkpoint=fast --wal-method=none
docker compose exec -T postgres pg_verifybackup --no-parse-wal --quiet "/backups/$night.part"
mv "backups/$night.part" "backups/$night"
find backups -maxdepth 1 -name '20??-??-??' -mtime +35 -exec rm -r {} +
find backups/wal -type f -mtime +36 -delete
