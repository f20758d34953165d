#!/bin/sh
# Run once by the image of PostgreSQL: the owner of the city's database, as `init` is told of it.
set -eu
. /run/owner.env
psql --username=postgres --set=owner="$username" --set=password="$password" <<'EOF'
create role :"owner" login createrole password :'password';
create database asaichi owner :"owner" encoding 'UTF8' template template0 locale 'C.UTF-8';
EOF
