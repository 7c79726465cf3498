#!/usr/bin/env bash
# Makes the database at the first start, as the official image does, and runs it.
set -euo pipefail

if [ ! -e "$PGDATA/PG_VERSION" ]; then
  initdb --username="$POSTGRES_USER" --pwfile=<(printf '%s\n' "$POSTGRES_PASSWORD") \
    --auth-local=trust --auth-host=scram-sha-256
  echo "host all all all scram-sha-256" >>"$PGDATA/pg_hba.conf"
  postgres --single -j postgres <<<"CREATE DATABASE \"$POSTGRES_DB\""
fi
exec postgres -c listen_addresses='*'
