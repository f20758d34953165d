# What Node, PostgreSQL and nats-server need of a system: a C library, certificates, time zones, and one user. No shell.
FROM scratch
COPY . /
ENV SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt PATH=/usr/local/bin:/usr/bin:/bin
USER 10001:10001
