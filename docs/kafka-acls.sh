#!/usr/bin/env bash
# Gives the tracker what it needs on brokers that ask who one is, and nothing more: nobody but the brokers' own administrator can
# delete, cut or reconfigure the log. Needs Kafka's own kafka-acls.sh on the PATH; may be run again.
#
#   docs/kafka-acls.sh BOOTSTRAP_SERVERS ADMIN_PROPERTIES [TRACKER_USER [AUDITOR_USER]]
#
# ADMIN_PROPERTIES is a file that says how an administrator logs in. AUDITOR_USER may read the log, its checkpoints and its schemas.
set -euo pipefail
[ $# -ge 2 ] || { sed -n '2,8p' "$0" | cut -c3- >&2; exit 2; }
brokers=$1 login=$2 tracker=${3:-tracker} auditor=${4:-}

allow() { # allow USER ARGUMENTS...
  local user=$1
  shift
  kafka-acls.sh --bootstrap-server "$brokers" --command-config "$login" --add --force --allow-principal "User:$user" "$@" > /dev/null
}

# The tracker's topics: made at the first start, written and read.
topics=()
for topic in commands events results schemas checkpoints control webhooks nodes dead-letters; do
  topics+=(--topic "tracker.$topic")
done
allow "$tracker" "${topics[@]}" --operation Create --operation DescribeConfigs --operation Read --operation Write

# What the two applications keep of their stores. The views are built anew, beside the old ones, which are then taken away.
allow "$tracker" --resource-pattern-type prefixed --topic tracker-commands- \
  --operation Create --operation DescribeConfigs --operation Read --operation Write
allow "$tracker" --resource-pattern-type prefixed --topic tracker-views- \
  --operation Create --operation DescribeConfigs --operation Read --operation Write --operation Delete
allow "$tracker" --resource-pattern-type prefixed --group tracker-commands --operation Read
allow "$tracker" --resource-pattern-type prefixed --group tracker-views- --operation Read --operation Delete
allow "$tracker" --resource-pattern-type prefixed --transactional-id tracker- --operation Write --operation Describe

if [ -n "$auditor" ]; then
  allow "$auditor" --topic tracker.events --topic tracker.checkpoints --topic tracker.schemas --operation Read
  allow "$auditor" --resource-pattern-type prefixed --group "$auditor" --operation Read
fi
