# shellcheck shell=bash
# Docker Compose on this appliance. COMPOSE_FILE may name more files than the shipped one.

COMPOSE_FLAGS=()
compose() { (cd "$ROOT" && docker compose "${COMPOSE_FLAGS[@]}" "$@"); }

project() {
  [ ${#SETTING[@]} -gt 0 ] || read_settings "$ROOT/.env"
  say "${COMPOSE_PROJECT_NAME:-${SETTING[COMPOSE_PROJECT_NAME]:-balie}}"
}

need_docker() {
  command -v docker >/dev/null || refuse "Docker is missing: install Docker and its Compose plugin first."
  docker compose version >/dev/null 2>&1 || refuse "Docker Compose is missing: install the plugin (docker-compose-plugin, or docker-compose of version 2)."
  docker info >/dev/null 2>&1 || refuse "Docker does not answer: start it (systemctl start docker), or run this as root."
}

# Containers of one service that run, of this project.
running() { docker ps -q --filter "label=com.docker.compose.project=$(project)" --filter "label=com.docker.compose.service=$1" --filter label=com.docker.compose.oneoff=False; }

is_running() { [ -n "$(running "$1")" ]; }

# The name of a volume of this project, if it exists.
volume() { docker volume ls -q --filter "label=com.docker.compose.project=$(project)" --filter "label=com.docker.compose.volume=$1"; }

# Starts everything, or the services named, and waits until each is healthy; prints the containers that are not.
start_and_wait() {
  local seconds=${START_SECONDS:-180} log
  log=$(compose up -d --wait --wait-timeout "$seconds" "$@" 2>&1) && return 0
  say "$log" | tail -n 8 >&2
  compose ps -a --format '{{.Service}}: {{.Status}}' | grep -v '(healthy)\|Exited (0)' >&2 || true
  return 1
}
