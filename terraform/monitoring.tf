# Alerts speak of what people would notice next, and each says what to do first. Log lines and their fields: docs/OPERATIONS.md.
resource "google_monitoring_notification_channel" "email" {
  for_each = toset(var.alert_emails)

  project      = var.project
  display_name = each.key
  type         = "email"
  labels       = { email_address = each.key }

  depends_on = [google_project_service.api]
}

locals {
  # message of the line => what is counted; `value` takes a number out of each line instead, `labels` keep a field apart
  log_lines = {
    ticks           = { message = "ticked", labels = { tick = "jsonPayload.tick" } }
    files_missing   = { message = "an expected file has not come", labels = { company = "jsonPayload.companyId", campaign = "jsonPayload.campaignId" } }
    reports_behind  = { message = "health checked", value = "jsonPayload.behindSeconds", unit = "s" }
    reports_away    = { message = "health checked", where = "jsonPayload.reporting=\"away\"" }
    provider_calls  = { message = "called the provider", value = "jsonPayload.calls", labels = { provider = "jsonPayload.provider" } }
    provider_failed = { message = "called the provider", value = "jsonPayload.failed", labels = { provider = "jsonPayload.provider" } }
    provider_silent = { message = "called the provider", value = "jsonPayload.unknown", labels = { provider = "jsonPayload.provider" } }
    doubts_open     = { message = "looked after doubts", value = "jsonPayload.open" }
    doubts_held     = { message = "looked after doubts", value = "jsonPayload.held" }
    routes_stopped  = { message = "a route is stopped: its messages wait until a setting is mended", labels = { provider = "jsonPayload.provider", code = "jsonPayload.code" } }
    events_parked   = { message = "an event could not be projected" }
    tables_disagree = { message = "the reporting tables disagree: run carillon rebuild --verify" }
    doors_failed    = { message = "a door failed; the message is delivered again", labels = { door = "resource.labels.service_name" } }
  }
}

resource "google_logging_metric" "line" {
  for_each = local.log_lines

  project     = var.project
  name        = "carillon_${each.key}"
  description = "Log lines: ${each.value.message}"

  filter = join(" AND ", compact([
    "resource.type=\"cloud_run_revision\"",
    "jsonPayload.message=\"${each.value.message}\"",
    try(each.value.where, ""),
    try("${each.value.value}>=0", ""),
  ]))

  value_extractor  = try("EXTRACT(${each.value.value})", null)
  label_extractors = { for label, field in try(each.value.labels, {}) : label => "EXTRACT(${field})" }

  metric_descriptor {
    metric_kind = "DELTA"
    value_type  = can(each.value.value) ? "DISTRIBUTION" : "INT64"
    unit        = try(each.value.unit, "1")

    dynamic "labels" {
      for_each = try(each.value.labels, {})
      content {
        key        = labels.key
        value_type = "STRING"
      }
    }
  }

  depends_on = [google_project_service.api]
}

resource "google_monitoring_uptime_check_config" "ready" {
  project      = var.project
  display_name = "carillon-ready"
  period       = "60s"
  timeout      = "10s"

  http_check {
    path         = "/health/ready"
    port         = 443
    use_ssl      = true
    validate_ssl = true
  }

  monitored_resource {
    type = "uptime_url"
    labels = {
      project_id = var.project
      host       = trimprefix(local.door_url["health"], "https://")
    }
  }

  depends_on = [module.door]
}
