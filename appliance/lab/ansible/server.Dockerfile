# A fresh Debian 13 server as a provider hands it over: systemd, ssh, Python, and nothing else.
FROM debian:trixie-slim
RUN apt-get update -qq \
 && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    systemd systemd-sysv dbus openssh-server python3 sudo iproute2 ca-certificates >/dev/null \
 && rm -rf /var/lib/apt/lists/* /var/cache/apt/archives/*.deb /etc/ssh/ssh_host_* \
 && systemctl mask getty.target console-getty.service systemd-resolved.service systemd-udevd.service
VOLUME /var/lib/docker
COPY boot /boot-server
CMD ["/boot-server"]
