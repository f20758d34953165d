# For tests and single machines; in a cluster take the image of the NATS project.
ARG BASE=asaichi/os:local
FROM ${BASE}
COPY nats-server /usr/local/bin/nats-server
EXPOSE 4222 6222 8222
ENTRYPOINT ["nats-server"]
