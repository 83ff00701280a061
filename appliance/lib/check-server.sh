# shellcheck shell=bash
# What the server itself gives: Docker, disk, memory, time, ports.

need_engine() {
  command -v docker >/dev/null && docker info >/dev/null 2>&1 || { not_checked "Docker does not answer: see docker" && return 1; }
}

is_at_least() { [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$2" ]; }

check_docker() {
  local engine compose_version
  command -v docker >/dev/null || { fault "Docker is missing" "Install Docker and its Compose plugin (docs.docker.com/engine/install)." && return; }
  engine=$(docker version -f '{{.Server.Version}}' 2>/dev/null) || { fault "Docker does not answer" "systemctl start docker, or run this as root; journalctl -u docker says why it stopped." && return; }
  compose_version=$(docker compose version --short 2>/dev/null) || { fault "Docker Compose is missing" "Install the plugin docker-compose-plugin (or docker-compose of version 2)." && return; }
  compose_version=${compose_version#v}
  is_at_least "$engine" 24 || { warning "Docker is of version $engine" "Update it to 24 or newer." && return; }
  is_at_least "$compose_version" 2.20.2 || { fault "Docker Compose is of version $compose_version" "Update it to 2.20.2 or newer." && return; }
  ok "Docker $engine, Compose $compose_version"
}

# Free space of the file system that holds a folder, or will.
disk_of() {
  local folder=$1 what=$2 free percent
  while [ ! -e "$folder" ]; do folder=$(dirname "$folder"); done
  read -r free percent < <(df -k --output=avail,pcent "$folder" | tail -n 1)
  percent=${percent%\%} free=$((free / 1024))
  local seen="$what ($folder) has $free MB left, $percent % is used" make="Make room: docker image prune -a, older backups, larger disk."
  if ((free < 1024 || percent >= 97)); then
    fault "$seen" "$make A full disk stops the database."
  elif ((free < 5120 || percent >= 90)); then
    warning "$seen" "$make"
  else
    ok "$seen"
  fi
}

check_disk() {
  local data
  data=$(docker info -f '{{.DockerRootDir}}' 2>/dev/null)
  CHECK=disk:docker disk_of "${data:-/var/lib/docker}" "Docker's disk"
  CHECK=disk:database disk_of_database "${data:-/var/lib/docker}"
  CHECK=disk:backups disk_of "${SETTING[BACKUP_TO]:-/var/backups/balie}" "the disk of the backups"
}

# Told only where the database's volume lies elsewhere than the rest of Docker.
disk_of_database() {
  local id folder
  id=$(container_of postgres 2>/dev/null)
  [ -n "$id" ] || return 0
  folder=$(docker inspect -f '{{range .Mounts}}{{if eq .Destination "/var/lib/postgresql/data"}}{{.Source}}{{end}}{{end}}' "$id")
  [ -d "$folder" ] && [ "$(stat -c %d "$folder")" != "$(stat -c %d "$1")" ] || return 0
  disk_of "$folder" "the database's disk"
}

check_memory() {
  local total available name value _
  while read -r name value _; do
    case $name in
      MemTotal:) total=$((value / 1024)) ;;
      MemAvailable:) available=$((value / 1024)) ;;
    esac
  done </proc/meminfo
  local seen="$available MB of $total MB are free"
  if ((available < 256)); then
    fault "$seen" "Give the server more memory, or end what else runs on it: docker stats --no-stream shows what we take."
  elif ((available * 10 < total || total < 3500)); then
    warning "$seen" "The appliance wants 4 GB, 8 GB with several calls at once; docker stats --no-stream shows what we take."
  else
    ok "$seen"
  fi
}

check_clock() {
  local follows
  follows=$(timedatectl show -p NTPSynchronized --value 2>/dev/null) || { not_checked "timedatectl does not answer; database-clock and outside compare the clock" && return; }
  [ "$follows" = yes ] && ok "follows a time server" && return
  warning "follows no time server: tokens live three minutes, so calls break when the clock drifts" "timedatectl set-ntp true (within a closed network: set NTP= in /etc/systemd/timesyncd.conf to its time server)."
}

check_ports() {
  has_settings && need_engine || return 0
  local one wanted="80/tcp:caddy 443/tcp:router 3478/tcp:coturn 3478/udp:coturn 10000/udp:jvb"
  [[ ",${SETTING[COMPOSE_PROFILES]:-}," != *,phone,* ]] || wanted+=" 20000/udp:jigasi"
  for one in $wanted; do CHECK="port:${one%:*}" check_port "${one%:*}" "${one#*:}"; done
}

check_port() {
  local port=$1 service=$2 holder
  holder=$(docker ps --filter "publish=$port" --format '{{.Label "com.docker.compose.project"}} {{.Label "com.docker.compose.service"}} {{.Names}}' | grep -m 1 "^$(project) $service ") &&
    ok "$service listens" && return
  holder=$(holder_of "$port")
  [ -z "$holder" ] || { fault "$holder holds it" "End that program (or move it to another port), then docker compose up -d $service." && return; }
  fault "nobody listens" "docker compose up -d $service, then docker compose logs $service."
}

# With LISTEN_ADDRESS set, a program on another address of this server is in nobody's way. The kernel writes the bytes backwards.
concerns_us() {
  local ours=${SETTING[LISTEN_ADDRESS]:-} a b c d
  [[ $1 =~ ^0+$ ]] || ! [[ $ours =~ ^[0-9.]+$ ]] && return
  IFS=. read -r a b c d <<<"$ours"
  [ "$1" = "$(printf '%02X%02X%02X%02X' "$d" "$c" "$b" "$a")" ]
}

# Who listens on a port of this server, by the kernel's own tables.
holder_of() {
  local port=${1%/*} kind=${1#*/} wanted state local_address found_state inode process _
  printf -v wanted ':%04X' "$port"
  [ "$kind" = tcp ] && state=0A || state=07
  while read -r _ local_address _ found_state _ _ _ _ _ inode _; do
    [[ $local_address == *"$wanted" && $found_state == "$state" ]] && concerns_us "${local_address%:*}" || continue
    process=$(process_with "socket:[$inode]")
    if [ -n "$process" ]; then say "$(cat "/proc/$process/comm") (process $process)"; else say "another program"; fi
    return
  done < <(cat "/proc/net/$kind" "/proc/net/${kind}6" 2>/dev/null)
}

# One listing of all open files: asking for each would take longer than the check may.
process_with() {
  local line process=
  while IFS= read -r line; do
    if [[ $line == /proc/*/fd: ]]; then
      process=${line#/proc/}
    elif [[ $line == *" -> $1" ]]; then
      say "${process%%/*}"
      return
    fi
  done < <(ls -l /proc/[0-9]*/fd 2>/dev/null)
}
