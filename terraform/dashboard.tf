locals {
  charts = [
    { title = "Messages handed to providers, a minute", query = "sum by (provider) (rate(${local.line.provider_calls}_sum[5m])) * 60" },
    { title = "Provider errors, share of calls", query = "(sum(rate(${local.line.provider_failed}_sum[10m])) + sum(rate(${local.line.provider_silent}_sum[10m]))) / sum(rate(${local.line.provider_calls}_sum[10m]))" },
    { title = "Seconds that reports are behind", query = "sum(rate(${local.line.reports_behind}_sum[5m])) / sum(rate(${local.line.reports_behind}_count[5m]))" },
    { title = "In doubt", query = "sum(increase(${local.line.doubts_open}_sum[5m])) + sum(increase(${local.line.doubts_held}_sum[5m]))" },
    { title = "Failures by door, in five minutes", query = "sum by (door) (increase(${local.line.doors_failed}[5m]))" },
    { title = "Waiting at each door", query = "sum by (subscription_id) (pubsub_googleapis_com:subscription_num_undelivered_messages{monitored_resource=\"pubsub_subscription\"})" },
    { title = "Oldest hint that waits, seconds", query = "max by (subscription_id) (pubsub_googleapis_com:subscription_oldest_unacked_message_age{monitored_resource=\"pubsub_subscription\"})" },
    { title = "Requests by door and answer", query = "sum by (service_name, response_code_class) (rate(run_googleapis_com:request_count{monitored_resource=\"cloud_run_revision\"}[5m]))" },
    { title = "Slowest twentieth of requests by door, milliseconds", query = "histogram_quantile(0.95, sum by (service_name, le) (rate(run_googleapis_com:request_latencies_bucket{monitored_resource=\"cloud_run_revision\"}[5m])))" },
    { title = "Firestore writes a second", query = "sum(rate(firestore_googleapis_com:document_write_ops_count[5m]))" },
    { title = "MySQL: share of CPU", query = "max(cloudsql_googleapis_com:database_cpu_utilization)" },
  ]
}

resource "google_monitoring_dashboard" "house" {
  project = var.project

  dashboard_json = jsonencode({
    displayName = "Carillon ${var.environment}"
    mosaicLayout = {
      columns = 12
      tiles = [
        for index, chart in local.charts : {
          xPos   = index % 2 * 6
          yPos   = floor(index / 2) * 4
          width  = 6
          height = 4
          widget = {
            title   = chart.title
            xyChart = { dataSets = [{ plotType = "LINE", timeSeriesQuery = { prometheusQuery = chart.query } }] }
          }
        }
      ]
    }
  })

  depends_on = [google_logging_metric.line]
}
