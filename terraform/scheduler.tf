# Doors with a schedule are woken through their topic, so that a tick has the same retries and dead letters as everything else.
resource "google_cloud_scheduler_job" "door" {
  for_each = { for name, door in local.doors : name => door if try(door.schedule, null) != null }

  name        = each.key
  description = "Wakes the door ${each.key}"
  project     = var.project
  region      = var.region
  schedule    = each.value.schedule
  time_zone   = "Etc/UTC"

  pubsub_target {
    topic_name = module.topic[trimprefix(each.value.trigger, "topic:")].id
    data       = base64encode("{}")
  }

  # a tick that comes late is as good as the next one, so trying ends before that
  retry_config {
    retry_count          = 3
    min_backoff_duration = "5s"
    max_backoff_duration = "60s"
    max_retry_duration   = "240s"
    max_doublings        = 3
  }
}
