locals {
  # at 3 a.m. nobody knows by heart where the commands of the first steps run
  how = <<-EOT

    In a shell in the repository: `eval "$(terraform -chdir=terraform output -raw environment)"`, then `npm run -s carillon -- …`. What asks the reporting database
    (`doctor`, `report`, `rebuild`) runs where it can be reached, each word of it after a comma:
    `gcloud run jobs execute command --project=${var.project} --region=${var.region} --wait --args=node,bin/carillon.ts,doctor`, and
    `gcloud run jobs logs read command --project=${var.project} --region=${var.region}` shows what it said.
  EOT

  line = { for name in keys(local.log_lines) : name => "logging_googleapis_com:user_carillon_${name}" }

  # ticks that ended well in 15 minutes
  ticks  = { for tick in ["campaigns", "sends"] : tick => "${local.line.ticks}{monitored_resource=\"cloud_run_revision\",tick=\"${tick}\"}[15m]" }
  missed = [for tick, lines in local.ticks : "sum(increase(${lines})) < 1 or absent_over_time(${lines})"]

  # PromQL, because a threshold on a metric that has no data yet can't be made, and a new project has none
  alerts = {
    tick_missed = {
      title    = "No tick for 15 minutes"
      severity = "CRITICAL"
      wait     = "0s"
      query    = join(" or ", local.missed)
      steps    = <<-EOT
        Nothing new is sent while ticks are missing. What is due is found again by the next one: nothing is lost.

        1. `carillon ticks status`: paused jobs are let go by `carillon ticks resume`, and `carillon ticks run` does one now.
        2. Log lines of the services tick-campaigns and tick-sends with severity ERROR.
        3. Dead letters of those topics: `carillon dead-letters list`.
        4. Nothing anywhere: status page of Cloud Scheduler and Pub/Sub in this region.
      EOT
    }
    file_missing = {
      title    = "Today's expected file has not come"
      severity = "WARNING"
      wait     = "0s"
      query    = "sum by (company, campaign) (increase(${local.line.files_missing}{monitored_resource=\"cloud_run_revision\"}[1h])) > 0"
      steps    = <<-EOT
        The labels name company and campaign. People whose reminders stand in that file get none.

        1. Ask whoever drops the file; `carillon report packets --company ID` shows what came before.
        2. Did it come into another folder? List `drops/COMPANY/` in the drop bucket.
        3. It is there but no packet: the next hourly sweep takes it; `carillon ticks run --tick sweep` does so now.
      EOT
    }
    projection_lag = {
      title    = "Reports are more than five minutes behind"
      severity = "WARNING"
      wait     = "300s"
      query = join(" or ", [
        "(sum(increase(${local.line.reports_behind}_sum{monitored_resource=\"cloud_run_revision\"}[5m])) / sum(increase(${local.line.reports_behind}_count{monitored_resource=\"cloud_run_revision\"}[5m]))) > 300",
        "sum(increase(${local.line.reports_away}{monitored_resource=\"cloud_run_revision\"}[5m])) > 0",
        "max(pubsub_googleapis_com:subscription_oldest_unacked_message_age{monitored_resource=\"pubsub_subscription\",subscription_id=\"project\"}) > 300",
      ])
      steps = <<-EOT
        Sending goes on: only reports and the dashboard are late, and they catch up by themselves.

        1. `carillon doctor`: does Cloud SQL answer, is a migration missing?
        2. Query insights of the instance carillon: one statement that takes all the time, connections used up, disk full?
        3. Log lines of the service project with severity ERROR.
        4. It works, but more comes than it can do: more `max_instances`, a larger `sql_tier` (docs/SCALE.md).
      EOT
    }
    dead_letters = {
      title    = "Dead letters"
      severity = "ERROR"
      wait     = "0s"
      query    = "sum by (subscription_id) (pubsub_googleapis_com:subscription_num_undelivered_messages{monitored_resource=\"pubsub_subscription\",subscription_id=~\".+-dead\"}) > 0"
      steps    = <<-EOT
        A message failed eight times. It is only a hint, so what it asked for is done by a later tick or sweep if the cause is gone; find the cause.

        1. `carillon dead-letters list`: topic, id and what it asked for.
        2. Log lines of the door with that id: the error says what to do.
        3. Cause mended: `carillon dead-letters replay --all`, or `replay ID` for one. Not worth it: `carillon dead-letters drop ID`. They are kept for 31 days.
      EOT
    }
    provider_errors = {
      title    = "More than 5 % of the calls to a provider fail"
      severity = "ERROR"
      wait     = "0s"
      query = join("", [
        "(sum by (provider) (increase(${local.line.provider_failed}_sum{monitored_resource=\"cloud_run_revision\"}[10m]))",
        " + sum by (provider) (increase(${local.line.provider_silent}_sum{monitored_resource=\"cloud_run_revision\"}[10m])))",
        " / sum by (provider) (increase(${local.line.provider_calls}_sum{monitored_resource=\"cloud_run_revision\"}[10m])) > 0.05",
        " and sum by (provider) (increase(${local.line.provider_calls}_sum{monitored_resource=\"cloud_run_revision\"}[10m])) >= 20",
      ])
      steps = <<-EOT
        Numbers that can't be reached are not counted here: it is the provider, or our account with it.

        1. Lines `called the provider`: `codes` says why. `carillon report failures` has the same by message.
        2. The provider's status page, the balance of the account, whether its token was changed (docs/DEPLOY.md, rotating keys).
        3. `carillon campaign pause ID` holds a campaign back; what waits goes out when it is resumed, as long as it is not too late.
      EOT
    }
    route_stopped = {
      title    = "A route is stopped: a provider says that a setting is wrong"
      severity = "CRITICAL"
      wait     = "0s"
      query    = "sum by (provider, code) (increase(${local.line.routes_stopped}{monitored_resource=\"cloud_run_revision\"}[15m])) > 0"
      steps    = <<-EOT
        Nothing failed: messages of that route wait, or take another route. The label `code` says what the provider complains of.

        1. `carillon routes show --company ID`: account, channel and number, since when, and what the code means. The log line names the company.
        2. `auth_failed`: was the token changed (docs/DEPLOY.md, rotating keys)? `account_suspended`: the provider's console. `unregistered_10dlc`, `sender_not_allowed`: is the number registered, and this account's?
        3. Mended: `carillon routes resume --company ID`. Not soon: `carillon routes set FILE` gives what waits to another provider.
      EOT
    }
    in_doubt = {
      title    = "Messages are in doubt"
      severity = "ERROR"
      wait     = "0s"
      query = join(" or ", [
        "sum(increase(${local.line.doubts_held}_sum{monitored_resource=\"cloud_run_revision\"}[15m])) > 0",
        "(sum(increase(${local.line.doubts_open}_sum{monitored_resource=\"cloud_run_revision\"}[15m])) > 0 and sum(increase(${local.line.doubts_open}_sum{monitored_resource=\"cloud_run_revision\"}[15m] offset 15m)) > 0)",
      ])
      steps = <<-EOT
        The provider was asked to send and nobody knows whether it did. They are not sent again by guess.

        1. Lines `looked after doubts`: `open` ones are asked for again by themselves, `held` ones wait for a person.
        2. Does the provider answer at all? See the alert on its errors.
        3. `carillon doubts list` shows the held ones. Look for each in the provider's console, then `carillon doubts decide MESSAGE sent|failed|again`.
      EOT
    }
    events_parked = {
      title    = "An event could not be put into the reports"
      severity = "WARNING"
      wait     = "0s"
      query = join(" or ", [
        "sum(increase(${local.line.events_parked}{monitored_resource=\"cloud_run_revision\"}[1h])) > 0",
        "sum(increase(${local.line.tables_disagree}{monitored_resource=\"cloud_run_revision\"}[1h])) > 0",
      ])
      steps = <<-EOT
        Nothing is lost: the log has it, the tables lack it, and all other events went on.

        1. The line `an event could not be projected` (or `the reporting tables disagree`): type and reason.
        2. Mend the projection or the row's table, deploy, then `carillon rebuild --verify`.
      EOT
    }
    api_fails = {
      title    = "The API answers 5xx"
      severity = "CRITICAL"
      wait     = "60s"
      query = join("", [
        "(sum(increase(run_googleapis_com:request_count{monitored_resource=\"cloud_run_revision\",service_name=\"api\",response_code_class=\"5xx\"}[5m]))",
        " / sum(increase(run_googleapis_com:request_count{monitored_resource=\"cloud_run_revision\",service_name=\"api\"}[5m]))) > 0.01",
        " and sum(increase(run_googleapis_com:request_count{monitored_resource=\"cloud_run_revision\",service_name=\"api\",response_code_class=\"5xx\"}[5m])) >= 5",
      ])
      steps = <<-EOT
        More than one request in a hundred fails on our side. What was asked with an Idempotency-Key may be asked again as it was: nothing goes twice.

        1. Lines `the API answered with a problem` with `status>=500`: `code` says why. `reports_away`: only what reads the reporting database, see the alert on reports; `busy`: many change the same thing at once; `internal`: beside it stands `an operation of the API failed`, with the place in the code.
        2. No such lines: the front end answers, no instance does. Memory, instances and start-up errors of the service api in Cloud Run; `max_instances`.
        3. `/health/ready` and `carillon doctor`; status page of Firestore in this region.
        4. Since a deployment? Go back first, look then (docs/DEPLOY.md, rollback).
      EOT
    }
    api_slow = {
      title    = "The API is slow: its slowest hundredth takes over two seconds"
      severity = "WARNING"
      wait     = "300s"
      query    = "histogram_quantile(0.99, sum by (le) (rate(run_googleapis_com:request_latencies_bucket{monitored_resource=\"cloud_run_revision\",service_name=\"api\"}[10m]))) > 2000 and sum(increase(run_googleapis_com:request_count{monitored_resource=\"cloud_run_revision\",service_name=\"api\"}[10m])) >= 100"
      steps    = <<-EOT
        Nobody is refused yet. Uploads of 32 MB and new instances take seconds by themselves: look which requests it is.

        1. Requests of the service api in Cloud Run by latency. `PUT …/uploads`, `POST …/packets`: large files, leave it.
        2. Reports, lists of messages, audit: Query insights of the instance carillon.
        3. Everything: Firestore's latency, CPU of the service, instances at `max_instances` (docs/SCALE.md).
      EOT
    }
    webhooks_wait = {
      title    = "Webhooks to customers are late"
      severity = "WARNING"
      wait     = "300s"
      query    = "max by (subscription_id) (pubsub_googleapis_com:subscription_oldest_unacked_message_age{monitored_resource=\"pubsub_subscription\",subscription_id=~\"notify-customer|call-webhooks\"}) > 600"
      steps    = <<-EOT
        Customers hear of their events later than ten minutes. Nothing is lost: what is due is found again by the tick. An endpoint that does not answer is no reason for this alert: it waits by itself.

        1. Log lines of the services notify-customer and call-webhooks with severity ERROR.
        2. `carillon endpoints list --company ID` and `carillon endpoints attempts ENDPOINT --company ID`: is it one customer or all?
        3. It works, but more comes than it can do: more `max_instances` (docs/SCALE.md).
      EOT
    }
    not_ready = {
      title    = "The house is not ready"
      severity = "CRITICAL"
      wait     = "180s"
      query    = "max(monitoring_googleapis_com:uptime_check_check_passed{monitored_resource=\"uptime_url\",check_id=~\"carillon-ready.*\"}) < 1"
      steps    = <<-EOT
        `/health/ready` does not answer 200 from anywhere: nothing can be sent. What comes meanwhile is delivered again.

        1. Open it: its problems say what to do. No answer: log lines of the service health; its configuration may lack something.
        2. `carillon doctor`, and the status page of Firestore in this region.
        3. Since a deployment? Go back first, look then (docs/DEPLOY.md, rollback).
      EOT
    }
  }
}

resource "google_monitoring_alert_policy" "alert" {
  for_each = local.alerts

  project               = var.project
  display_name          = "Carillon ${var.environment}: ${each.value.title}"
  combiner              = "OR"
  severity              = each.value.severity
  notification_channels = [for channel in google_monitoring_notification_channel.email : channel.id]

  conditions {
    display_name = each.value.title

    condition_prometheus_query_language {
      query                     = each.value.query
      duration                  = each.value.wait
      evaluation_interval       = "60s"
      disable_metric_validation = true
    }
  }

  documentation {
    subject   = "${each.value.title} (${var.environment})"
    content   = "${each.value.steps}${local.how}"
    mime_type = "text/markdown"
  }

  alert_strategy {
    auto_close = "86400s"
  }

  depends_on = [google_logging_metric.line]
}
