# What must outlive mistakes: databases, files, secrets; and what is heard of them.
mock_provider "google" {
  mock_data "google_project" {
    defaults = { number = "123456789012" }
  }
  mock_data "google_cloud_run_v2_service" {
    defaults = { template = [{ containers = [{ image = "us-central1-docker.pkg.dev/carillon-test/gcf-artifacts/health:1" }] }] }
  }
}

variables {
  project     = "carillon-test"
  environment = "dev"
  protect     = false
  package     = "tests/package.txt"
}

run "firestore" {
  command = plan

  assert {
    condition     = google_firestore_database.this.type == "FIRESTORE_NATIVE" && google_firestore_database.this.point_in_time_recovery_enablement == "POINT_IN_TIME_RECOVERY_ENABLED"
    error_message = "the log can't be brought back to a point in time"
  }

  assert {
    condition     = google_firestore_backup_schedule.daily.retention == "1209600s" && length(google_firestore_backup_schedule.daily.daily_recurrence) == 1
    error_message = "there is no backup of each of the last 14 days"
  }

  assert {
    condition     = length(google_firestore_index.this) == length(jsondecode(file("firestore.indexes.json")).indexes) && length(google_firestore_field.this) == length(jsondecode(file("firestore.indexes.json")).fieldOverrides)
    error_message = "an index or a field of firestore.indexes.json is not planned"
  }

  assert {
    condition = alltrue([
      for name, field in google_firestore_field.this :
      length(field.index_config[0].indexes) == length(local.fields[name].indexes) && length(field.ttl_config) == (try(local.fields[name].ttl, false) ? 1 : 0)
    ])
    error_message = "a field is indexed otherwise than firestore.indexes.json says, or its TTL is missing"
  }

  assert {
    condition     = strcontains(google_firebaserules_ruleset.firestore.source[0].files[0].content, "allow read, write: if false;") && google_firebaserules_release.firestore.name == "cloud.firestore"
    error_message = "the rules do not turn every client away"
  }
}

run "sql" {
  command = plan

  assert {
    condition     = google_sql_database_instance.reporting.database_version == "MYSQL_8_4" && google_sql_database_instance.reporting.settings[0].edition == "ENTERPRISE"
    error_message = "the reporting database is not MySQL 8.4 of the Enterprise edition"
  }

  assert {
    condition     = google_sql_database_instance.reporting.settings[0].ip_configuration[0].ipv4_enabled == false
    error_message = "the reporting database has a public address"
  }

  assert {
    condition     = google_sql_database_instance.reporting.settings[0].backup_configuration[0].enabled && google_sql_database_instance.reporting.settings[0].backup_configuration[0].binary_log_enabled
    error_message = "the reporting database has no backups, or can't be brought back to a point in time"
  }

  assert {
    condition     = google_sql_database_instance.reporting.settings[0].insights_config[0].query_insights_enabled
    error_message = "slow statements leave no trace"
  }
}

run "production_is_protected" {
  command = plan

  variables {
    environment      = "prod"
    protect          = true
    sql_availability = "REGIONAL"
  }

  assert {
    condition = alltrue([
      google_firestore_database.this.delete_protection_state == "DELETE_PROTECTION_ENABLED",
      google_firestore_database.this.deletion_policy == "ABANDON",
      google_sql_database_instance.reporting.deletion_protection,
      google_sql_database_instance.reporting.settings[0].deletion_protection_enabled,
      alltrue([for name, secret in google_secret_manager_secret.this : secret.deletion_protection]),
    ])
    error_message = "something of production can be deleted by mistake"
  }
}

run "secrets" {
  command = plan

  assert {
    condition     = toset([for name, secret in google_secret_manager_secret.this : secret.secret_id]) == toset(["carillon-master-key", "carillon-fingerprint-key", "carillon-twilio-auth-token", "carillon-telnyx-api-key", "carillon-smtp-url", "carillon-mail-reports", "carillon-bandwidth", "carillon-messagebird", "carillon-meta"])
    error_message = "a secret is missing, or one is there that nobody opens"
  }
}

run "buckets" {
  command = plan

  variables {
    upload_origins = ["https://app.example.com"]
  }

  assert {
    condition     = alltrue([for bucket in [module.drops, module.sources] : bucket.plan.public == "enforced" && bucket.plan.uniform])
    error_message = "a bucket can be opened to everybody"
  }

  assert {
    condition     = contains(module.drops.plan.lifecycle, "AbortIncompleteMultipartUpload") && length([for action in module.drops.plan.lifecycle : action if action == "Delete"]) == 2
    error_message = "dropped files stay for ever, or half of one does"
  }

  assert {
    condition     = join(" ", module.drops.plan.origins) == "https://app.example.com" && length(module.sources.plan.origins) == 0
    error_message = "another page than the one named may upload"
  }

  assert {
    condition     = google_eventarc_trigger.drop_finalized.destination[0].cloud_run_service[0].service == "accept-drop" && google_eventarc_trigger.drop_finalized.service_account == "push@carillon-test.iam.gserviceaccount.com"
    error_message = "a file that arrives does not wake accept-drop"
  }
}

run "alerts" {
  command = plan

  assert {
    condition     = length(setsubtract(["tick_missed", "file_missing", "projection_lag", "dead_letters", "provider_errors", "route_stopped", "in_doubt", "api_fails", "api_slow", "webhooks_wait"], keys(google_monitoring_alert_policy.alert))) == 0
    error_message = "an alert is missing"
  }

  assert {
    condition     = alltrue([for name, alert in google_monitoring_alert_policy.alert : can(regex("(?s)1\\. .+2\\. ", alert.documentation[0].content))])
    error_message = "an alert does not say what to do first"
  }

  assert {
    condition     = alltrue([for name, metric in google_logging_metric.line : strcontains(metric.filter, "jsonPayload.message=\"${local.log_lines[name].message}\"")])
    error_message = "a metric does not count the line that it is named for"
  }

  assert {
    condition     = length(google_billing_budget.month) == 0 && length(google_monitoring_notification_channel.email) == 0
    error_message = "somebody is written to whom nobody named"
  }

  assert {
    condition     = length(jsondecode(google_monitoring_dashboard.house.dashboard_json).mosaicLayout.tiles) == length(local.charts)
    error_message = "the dashboard lacks a chart"
  }
}

run "somebody_is_told" {
  command = apply

  variables {
    alert_emails    = ["ops@example.com"]
    billing_account = "000000-AAAAAA-BBBBBB"
    budget          = 150
  }

  assert {
    condition     = alltrue([for name, alert in google_monitoring_alert_policy.alert : length(alert.notification_channels) == 1])
    error_message = "an alert is told to nobody"
  }

  assert {
    condition     = google_billing_budget.month[0].amount[0].specified_amount[0].units == "150" && length(google_billing_budget.month[0].threshold_rules) == 4
    error_message = "the budget is not the one that was named"
  }

  assert {
    condition     = output.health_url == "https://health-123456789012.us-central1.run.app/health/ready" && strcontains(output.next_step, output.health_url)
    error_message = "the outputs do not say where to look next"
  }

  assert {
    condition     = output.doors == { answer-page = "https://answer-page-123456789012.us-central1.run.app/p/{token}", api = "https://api-123456789012.us-central1.run.app/v1", health = "https://health-123456789012.us-central1.run.app/health/{kind}", receive-incoming = "https://receive-incoming-123456789012.us-central1.run.app/messages/incoming/{provider}", receive-status = "https://receive-status-123456789012.us-central1.run.app/messages/status/{provider}" }
    error_message = "the outputs do not name the doors that are called over HTTP"
  }
}
