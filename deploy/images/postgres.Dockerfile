# For tests: PostgreSQL 18 as npm carries it, with a shell for initdb and archive_command. In production take one that somebody maintains.
ARG BASE=asaichi/os:local
FROM ${BASE}
COPY . /
ENV PGDATA=/data/postgres
EXPOSE 5432
ENTRYPOINT ["sh", "/start-postgres.sh"]
