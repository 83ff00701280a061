# shellcheck shell=bash
# Each container of the appliance, and whether it is of the version that the settings name.

# The newest container of a service, running or not.
container_of() {
  docker ps -aq --filter "label=com.docker.compose.project=$(project)" --filter "label=com.docker.compose.service=$1" --filter label=com.docker.compose.oneoff=False | head -n 1
}

check_containers() {
  has_settings && need_engine || return 0
  local services service
  services=$(compose config --services 2>&1) || { fault "docker-compose.yml and .env do not fit: $(tail -n 1 <<<"$services")" "Put the shipped docker-compose.yml back, and run appliance/configure." && return; }
  while read -r service; do CHECK="container:$service" check_container "$service" </dev/null; done < <(sort <<<"$services")
}

check_container() {
  local service=$1 id state code oom restarts health policy
  id=$(container_of "$service")
  [ -n "$id" ] || { fault "there is none" "docker compose up -d" && return; }
  IFS='|' read -r state code oom restarts health policy < <(docker inspect -f '{{.State.Status}}|{{.State.ExitCode}}|{{.State.OOMKilled}}|{{.RestartCount}}|{{with .State.Health}}{{.Status}}{{end}}|{{.HostConfig.RestartPolicy.Name}}' "$id")
  local again="docker compose up -d $service; docker compose logs $service tells more"
  case $state:$health in
    *) [ "$oom" != true ] || { fault "was ended for want of memory (restarted $restarts times)" "Raise its mem_limit in docker-compose.yml or give the server more memory; $again." && return; } ;;&
    running:healthy | running:) if ((restarts > 3)); then warning "runs, after $restarts restarts" "docker compose logs $service says why."; else ok "runs${health:+, healthy}"; fi ;;
    running:starting) warning "is starting" "Wait a minute and run appliance/doctor again." ;;
    running:*) fault "runs and is not healthy: $(last_words "$id")" "docker compose logs $service says why; docker compose restart $service." ;;
    exited:*)
      if [ "$code" = 0 ] && [ "$policy" = no ]; then ok "has done its work"; else fault "has ended ($code): $(last_words "$id")" "$again."; fi
      ;;
    *) fault "is $state ($code, $restarts restarts): $(last_words "$id")" "$again." ;;
  esac
}

# Masked before it is cut: half a secret is known to no mask.
last_words() {
  local line
  line=$(docker logs --tail 1 "$1" 2>&1 | tr -d '\000' | tail -n 1)
  line=$(mask "$line")
  [ ${#line} -le 200 ] || line="${line:0:200}…"
  say "${line:-it said nothing}"
}

check_images() {
  has_settings && need_engine || return 0
  local service id wanted now here
  local -a old=()
  for service in app worker migrate web prosody jicofo jvb jigasi; do
    id=$(container_of "$service")
    [ -n "$id" ] || continue
    wanted=$(image_of "$service")
    read -r now here < <(docker inspect -f '{{.Config.Image}} {{.Image}}' "$id")
    [ "$now" = "$wanted" ] && [ "$here" = "$(docker image inspect -f '{{.Id}}' "$wanted" 2>/dev/null)" ] || old+=("$service ($now)")
  done
  docker image inspect "$(image_of app)" >/dev/null 2>&1 || { fault "the image $(image_of app) is not here" "docker compose build (or pull), or appliance/upgrade; BALIE_VERSION in .env names it." && return; }
  [ ${#old[@]} = 0 ] || { warning "of another version than .env says: ${old[*]}" "docker compose up -d" && return; }
  ok "Balie ${SETTING[BALIE_VERSION]:-}, Jitsi ${SETTING[JITSI_TAG]:-stable-11146-2}, as .env says"
}

image_of() {
  case $1 in
    app | worker | migrate) say "${SETTING[BALIE_IMAGE]:-balie}:${SETTING[BALIE_VERSION]:-}" ;;
    *) say "ghcr.io/jitsi/$1:${SETTING[JITSI_TAG]:-stable-11146-2}" ;;
  esac
}
