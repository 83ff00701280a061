# shellcheck shell=bash
# The images that the services run: which they are now, how newer ones come, and how the earlier ones come back.

# Every image that the settings ask for; a part that is off needs none.
all_images() { compose config --images | sort -u; }

# A name may soon mean another image; going back needs to know what it meant. The tags keep the engine from clearing them away.
remember_images() {
  local name id number=0
  : >"$WORK/images"
  while IFS= read -r name; do
    id=$(docker image inspect -f '{{.Id}}' "$name" 2>/dev/null) || continue
    number=$((number + 1))
    docker tag "$id" "balie-before-upgrade:$number"
    printf '%s %s\n' "$id" "$name" >>"$WORK/images"
  done < <(all_images)
}

recall_images() {
  local name id
  while read -r id name; do docker tag "$id" "$name"; done <"$WORK/images"
  forget_images
}

forget_images() { docker images -q --no-trunc balie-before-upgrade >/dev/null && docker images --format '{{.Repository}}:{{.Tag}}' balie-before-upgrade | xargs -r docker rmi >/dev/null 2>&1 || true; }

# The version that this folder or the loaded file brings.
offered_version() { sed -n 's/^  "version": "\(.*\)",$/\1/p' "$ROOT/package.json"; }

get_images() {
  case $1 in
    build) BALIE_VERSION=$version compose build >&2 && pull_missing ;;
    load) load_images ;;
    pull) pull_images ;;
  esac
}

load_images() {
  [ -r "$load_file" ] || { say "The file $load_file cannot be read." >&2 && return 1; }
  docker load -q -i "$load_file" >&2 || return 1
  docker image inspect "$(our_image)" >/dev/null 2>&1 || { say "$load_file does not hold $(our_image): name the version that it holds with --version." >&2 && return 1; }
}

our_image() { say "${SETTING[BALIE_IMAGE]:-balie}:$version"; }

# What the release names beside ours and is not here yet, such as another Jitsi: the counter need not wait for it when it is closed.
pull_missing() {
  local name
  while IFS= read -r name; do
    docker image inspect "$name" >/dev/null 2>&1 || docker pull -q "$name" >/dev/null || return 1
  done < <(BALIE_VERSION=$version all_images)
}

# Ours must come; another that cannot be had now stays as it is, if it is here.
pull_images() {
  local name
  [[ ${SETTING[BALIE_IMAGE]:-balie} == */* ]] ||
    { say "BALIE_IMAGE in .env names no registry to pull from: use --build or --load, or set it (registry.example/balie)." >&2 && return 1; }
  docker pull -q "$(our_image)" >/dev/null || return 1
  while IFS= read -r name; do
    [ "$name" != "$(our_image)" ] || continue
    docker pull -q "$name" >/dev/null 2>&1 || docker image inspect "$name" >/dev/null 2>&1 || { say "$name can neither be pulled nor is it here." >&2 && return 1; }
  done < <(BALIE_VERSION=$version all_images)
}
