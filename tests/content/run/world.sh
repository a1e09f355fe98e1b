#!/bin/bash
# Builds the machines of “The setup” inside the namespaces that run.ts has opened, and touches nothing outside of them.
# A machine is a directory of its own below /machines, mounted over the paths that the guides name, and a network of its own.
# Usage: world.sh <folder of the blocks' files> <node>
set -euo pipefail
files=$1
node=$2
here=$(dirname "$(readlink -f "$0")")

mount --make-rprivate /
mkdir -p /machines
mount -t tmpfs machines /machines
mkdir -p /machines/shims
cp "$here"/shims/* /machines/shims/
chmod 755 /machines/shims/*
touch /machines/shims/node
mount --bind "$node" /machines/shims/node
# Each machine has a /tmp of its own: what they need of this one is brought in.
cp -r "$files" /machines/files
cp -r "$here/chat" /machines/chat
chmod -R a+rX /machines/files /machines/chat
files=/machines/files

# All that is written into /etc is written into a copy of it.
cp -a /etc /machines/etc
mount --bind /machines/etc /etc
mkdir -p /etc/chat /etc/letsencrypt
grep -q '^chat:' /etc/passwd || echo 'chat:x:990:990::/srv/chat:/bin/sh' >> /etc/passwd
grep -q '^chat:' /etc/group || echo 'chat:x:990:' >> /etc/group
cat > /etc/hosts << 'END'
127.0.0.1 localhost
10.0.0.10 bastion
10.0.0.20 monitoring
10.0.1.5 lb-1
10.0.1.11 api-1
10.0.1.12 api-2
10.0.1.21 worker-1
10.0.2.10 db-1
10.0.2.11 db-2
203.0.113.20 app.example.com
2001:db8::20 app.example.com
END

ip link set lo up
ip link add name bridge0 type bridge
ip link set bridge0 up

# add_network <machine> <addresses…>: a network of its own, tied to the others by the bridge.
number=0
add_network() {
  local machine=$1
  shift
  number=$((number + 1))
  mkdir -p "/machines/$machine"
  touch "/machines/$machine/net"
  unshare --net="/machines/$machine/net" true
  nsenter --net="/machines/$machine/net" bash -euc '
    ip link set lo up
    ip link add name eth0 type veth peer name "$1" netns 1
    ip link set eth0 up
    shift
    for address in "$@"; do
      case $address in *:*) ip addr add "$address" dev eth0 nodad ;; *) ip addr add "$address" dev eth0 ;; esac
    done
    ip route add default dev eth0
    ip -6 route add default dev eth0' - "veth$number" "$@"
  ip link set "veth$number" master bridge0 up
}

mounts='srv home root etc/chat etc/nginx etc/letsencrypt etc/postgresql etc/systemd/system var/lib/postgresql var/lib/nginx var/log run tmp'
add_machine() {
  local machine=$1 path
  add_network "$@"
  for path in $mounts; do mkdir -p "/machines/$machine/$path"; done
  chmod 1777 "/machines/$machine/tmp"
  mkdir -p "/machines/$machine/var/log/units" "/machines/$machine/run/units" "/machines/$machine/run/lock"
}

add_machine bastion 10.0.0.10/16 198.51.100.7/32
add_machine monitoring 10.0.0.20/16
add_machine lb-1 10.0.1.5/16 203.0.113.20/32 2001:db8::20/128
add_machine api-1 10.0.1.11/16
add_machine api-2 10.0.1.12/16
add_machine worker-1 10.0.1.21/16
add_machine db-1 10.0.2.10/16
add_machine db-2 10.0.2.11/16
# Somebody on the internet, outside the networks that the configuration trusts.
add_machine outside 198.51.100.99/32 2001:db8:9::1/128

mount -t tmpfs mnt /mnt
mkdir -p /mnt/wal /mnt/base
chown postgres: /mnt/wal /mnt/base

for machine in db-1 db-2; do chown postgres: /machines/$machine/var/lib/postgresql; done

# One authority signs all certificates; the machines trust it.
pki=/machines/pki
mkdir -p $pki
openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj '/CN=Authority of the run' -keyout $pki/ca.key -out $pki/ca.pem 2> /dev/null
sign() {
  openssl req -newkey rsa:2048 -nodes -subj "/CN=$1" -keyout "$2.key" -out "$2.csr" 2> /dev/null
  openssl x509 -req -in "$2.csr" -CA $pki/ca.pem -CAkey $pki/ca.key -CAcreateserial -days "${3:-88}" \
    -extfile <(printf 'subjectAltName=DNS:%s' "$1") -out "$2.crt" 2> /dev/null
}
cat /etc/ssl/certs/ca-certificates.crt $pki/ca.pem > /machines/ca-certificates.crt
mount --bind /machines/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt

for machine in bastion api-1 api-2 worker-1 db-1 db-2; do cp $pki/ca.pem "/machines/$machine/etc/chat/db-ca.pem"; done
for machine in db-1 db-2; do
  cp -a /etc/postgresql-common "/machines/$machine/etc/" 2> /dev/null || true
  sign $machine $pki/$machine
done
sign app.example.com $pki/app

cat > /machines/bastion/root/.pgpass << 'END'
*:5432:app:app_owner:owner-password
*:5432:app:app_a:app-password
END
chmod 600 /machines/bastion/root/.pgpass
cp "$files/pg_service.conf" /machines/bastion/root/.pg_service.conf

# The database server, configured by the guide's own files.
start_primary() {
  pg_createcluster 15 main -- --data-checksums > /dev/null
  mkdir -p /etc/postgresql/15/main/conf.d
  cp "$1/chat.postgresql.conf" /etc/postgresql/15/main/conf.d/chat.conf
  cp "$1/pg_hba.conf" /etc/postgresql/15/main/pg_hba.conf
  cp "/machines/pki/$(hostname).crt" /etc/postgresql/15/main/server.crt
  cp "/machines/pki/$(hostname).key" /etc/postgresql/15/main/server.key
  chown -R postgres: /etc/postgresql/15/main
  chmod 600 /etc/postgresql/15/main/server.key
  pg_ctlcluster 15 main start
}
export -f start_primary
/machines/shims/enter db-1 bash -c "start_primary $files"
/machines/shims/enter db-1 runuser -u postgres -- bash -c "cd /tmp
  psql -Xq -v ON_ERROR_STOP=1 -f $files/database.sql
  psql -Xqd app -v ON_ERROR_STOP=1 -f $files/roles.sql
  psql -Xqd app -v ON_ERROR_STOP=1 -c 'SET ROLE app_owner' -f /machines/chat/schema.sql
  psql -Xqd postgres -c 'CREATE EXTENSION pg_stat_statements'
  psql -Xqd app -c \"ALTER ROLE app_owner PASSWORD 'owner-password'\" -c \"ALTER ROLE app_a PASSWORD 'app-password'\" -c \"ALTER ROLE replicator PASSWORD 'replicator-password'\""

# The releases as the pipeline builds them, on the bastion.
for version in v0.9.4 v1.0.0; do
  build=$(mktemp -d)
  chmod 755 "$build"
  cp /machines/chat/*.mjs "$build/"
  mkdir "$build/assets"
  touch "$build/assets/app.$(printf %s "$version" | sha256sum | cut -c1-6).js"
  echo "$version" > "$build/VERSION"
  tar -czf "/machines/bastion/root/chat-$version.tar.gz" -C "$build" .
  (cd /machines/bastion/root && sha256sum "chat-$version.tar.gz" > "chat-$version.tar.gz.sha256")
  for machine in api-1 api-2 worker-1; do
    mkdir -p "/machines/$machine/srv/chat/releases/$version"
    tar -xzf "/machines/bastion/root/chat-$version.tar.gz" -C "/machines/$machine/srv/chat/releases/$version"
    ln -sfn "releases/$version" "/machines/$machine/srv/chat/current"
  done
  rm -r "$build"
done

for machine in api-1 api-2 worker-1; do
  address=$(awk -v name=$machine '$2 == name { print $1 }' /etc/hosts)
  sed "s/^LISTEN_ADDRESS=.*/LISTEN_ADDRESS=$address/" "$files/env" > /machines/$machine/etc/chat/env
  echo '*:5432:app:app_a:app-password' > /machines/$machine/etc/chat/pgpass
  chown root:chat /machines/$machine/etc/chat/env
  chmod 640 /machines/$machine/etc/chat/env
  chown chat: /machines/$machine/etc/chat/pgpass
  chmod 600 /machines/$machine/etc/chat/pgpass
  cp "$files/chat-api.service" /machines/$machine/etc/systemd/system/chat-api.service
  sed -e 's/^Description=.*/Description=Chat worker/' -e 's/server\.mjs/worker.mjs/' "$files/chat-api.service" \
    > /machines/$machine/etc/systemd/system/chat-worker.service
done
for machine in api-1 api-2; do /machines/shims/ssh $machine systemctl start chat-api; done
/machines/shims/ssh worker-1 systemctl start chat-worker

cp "$files"/*.sh "$files/secret-patterns.txt" /machines/bastion/root/
chmod 755 /machines/bastion/root/*.sh

# The load balancer.
lb=/machines/lb-1
cp -a /etc/nginx/. $lb/etc/nginx/
rm -f $lb/etc/nginx/sites-enabled/* $lb/etc/nginx/conf.d/*
cp "$files"/chat-headers.conf "$files"/chat-proxy.conf $lb/etc/nginx/snippets/
cp "$files/chat-upstream.conf" $lb/etc/nginx/
cp "$files/chat.conf" $lb/etc/nginx/conf.d/chat.conf
mkdir -p $lb/etc/letsencrypt/live/app.example.com $lb/var/log/nginx $lb/var/lib/nginx $lb/srv/chat/static
cp $pki/app.crt $lb/etc/letsencrypt/live/app.example.com/fullchain.pem
cp $pki/app.key $lb/etc/letsencrypt/live/app.example.com/privkey.pem
cp "$files/maintenance.html" $lb/srv/chat/static/maintenance.html
/machines/shims/ssh lb-1 systemctl start nginx

mkdir -p /machines/bastion/root/.chat
for who in smoke:smoke-token a:token-of-a b:token-of-b a-old:old-token-of-a; do
  printf 'Authorization: Bearer %s\n' "${who#*:}" > "/machines/bastion/root/.chat/${who%%:*}.header"
done
echo 'the machines are up'
