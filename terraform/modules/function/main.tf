resource "google_cloudfunctions2_function" "this" {
  name     = var.name
  project  = var.project
  location = var.region

  build_config {
    runtime         = "nodejs24"
    entry_point     = var.name
    service_account = var.build_account

    source {
      storage_source {
        bucket = var.source_bucket
        object = var.source_object
      }
    }
  }

  service_config {
    available_memory                 = "${var.memory_mb}Mi"
    available_cpu                    = "1"
    timeout_seconds                  = var.timeout_seconds
    max_instance_request_concurrency = var.concurrency
    min_instance_count               = var.min_instances
    max_instance_count               = var.max_instances
    service_account_email            = var.service_account
    environment_variables            = var.environment
    all_traffic_on_latest_revision   = true

    # pushes of Pub/Sub and Eventarc in the same project count as internal
    ingress_settings              = var.public ? "ALLOW_ALL" : "ALLOW_INTERNAL_ONLY"
    vpc_connector                 = var.vpc_connector
    vpc_connector_egress_settings = var.vpc_connector == null ? null : "PRIVATE_RANGES_ONLY"
  }
}

resource "google_cloud_run_v2_service_iam_member" "caller" {
  for_each = toset(var.public ? ["allUsers"] : var.callers)

  project  = var.project
  location = var.region
  name     = google_cloudfunctions2_function.this.name
  role     = "roles/run.invoker"
  member   = each.key
}
