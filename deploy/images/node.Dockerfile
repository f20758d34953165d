ARG BASE=asaichi/os:local
FROM ${BASE}
COPY node /usr/local/bin/node
