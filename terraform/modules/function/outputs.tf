output "name" {
  description = "Name of the function, once it may be called"
  value       = google_cloudfunctions2_function.this.name
  depends_on  = [google_cloud_run_v2_service_iam_member.caller]
}

output "callers" {
  description = "Who may call it"
  value       = [for member in google_cloud_run_v2_service_iam_member.caller : "${member.member} ${member.role}"]
}

output "plan" {
  description = "What it is to be, for tests"
  value = {
    runtime       = google_cloudfunctions2_function.this.build_config[0].runtime
    entry_point   = google_cloudfunctions2_function.this.build_config[0].entry_point
    memory        = google_cloudfunctions2_function.this.service_config[0].available_memory
    timeout       = google_cloudfunctions2_function.this.service_config[0].timeout_seconds
    concurrency   = google_cloudfunctions2_function.this.service_config[0].max_instance_request_concurrency
    min_instances = google_cloudfunctions2_function.this.service_config[0].min_instance_count
    max_instances = google_cloudfunctions2_function.this.service_config[0].max_instance_count
    ingress       = google_cloudfunctions2_function.this.service_config[0].ingress_settings
    account       = google_cloudfunctions2_function.this.service_config[0].service_account_email
    environment   = google_cloudfunctions2_function.this.service_config[0].environment_variables
    connected     = var.vpc_connector != null
  }
}
