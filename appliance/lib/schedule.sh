# shellcheck shell=bash
# The nightly backup, by systemd or by cron.

UNIT_FOLDER=/etc/systemd/system

service_unit() {
  cat <<END
[Unit]
Description=Backup of the digital counter
After=docker.service

[Service]
Type=oneshot
ExecStart=$ROOT/appliance/backup
END
}

# Missed while the server was off: made up for at the next start.
timer_unit() {
  cat <<END
[Unit]
Description=Backup of the digital counter, every night

[Timer]
OnCalendar=*-*-* 03:15
RandomizedDelaySec=20m
Persistent=true

[Install]
WantedBy=timers.target
END
}

print_schedule() {
  say "# With systemd (appliance/backup --install-timer does this): $UNIT_FOLDER/balie-backup.service"
  service_unit
  say "# and $UNIT_FOLDER/balie-backup.timer, then: systemctl enable --now balie-backup.timer"
  timer_unit
  say "# With cron instead: /etc/cron.d/balie-backup"
  say "15 3 * * * root $ROOT/appliance/backup"
}

install_timer() {
  [ -d /run/systemd/system ] || refuse "This server does not run systemd: use the cron line of appliance/backup --schedule."
  [ -w "$UNIT_FOLDER" ] || refuse "$UNIT_FOLDER cannot be written: run this as root."
  service_unit >"$UNIT_FOLDER/balie-backup.service"
  timer_unit >"$UNIT_FOLDER/balie-backup.timer"
  chmod 644 "$UNIT_FOLDER/balie-backup.service" "$UNIT_FOLDER/balie-backup.timer"
  systemctl daemon-reload && systemctl enable --now balie-backup.timer
  say "The backup runs every night after 03:15; see: systemctl list-timers balie-backup"
}
