#!/usr/bin/env sh
# smoke.sh HEALTH_URL: succeeds once the house says that it is ready.
set -eu
url=$1
for try in 1 2 3 4 5 6 7 8 9 10; do
  if answer=$(curl --silent --show-error --fail --max-time 20 "$url"); then
    printf '%s\n' "$answer"
    case $answer in *'"status":"ready"'*) exit 0 ;; esac
  fi
  echo "not ready yet ($try of 10)" >&2
  sleep 15
done
echo "The house did not become ready within some minutes: $url says what is wrong, docs/DEPLOY.md how to go back." >&2
exit 1
