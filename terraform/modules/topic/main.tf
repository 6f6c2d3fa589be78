resource "google_pubsub_topic" "this" {
  name                       = var.name
  project                    = var.project
  message_retention_duration = "86400s"
}

resource "google_pubsub_subscription" "push" {
  name                       = var.door
  project                    = var.project
  topic                      = google_pubsub_topic.this.id
  ack_deadline_seconds       = 600
  message_retention_duration = "604800s"

  push_config {
    push_endpoint = var.endpoint
    oidc_token {
      service_account_email = var.push_account
      audience              = var.endpoint
    }
  }

  retry_policy {
    minimum_backoff = "10s"
    maximum_backoff = "600s"
  }

  dead_letter_policy {
    dead_letter_topic     = google_pubsub_topic.dead.id
    max_delivery_attempts = 8
  }

  # never by itself, however quiet the topic is
  expiration_policy {
    ttl = ""
  }

  depends_on = [google_pubsub_topic_iam_member.dead_publisher]
}

resource "google_pubsub_topic" "dead" {
  name    = "${var.name}-dead"
  project = var.project
}

# Nobody reads it until somebody looks: "carillon dead-letters".
resource "google_pubsub_subscription" "dead" {
  name    = "${var.name}-dead"
  project = var.project
  topic   = google_pubsub_topic.dead.id
  # a look that dies hides what it looked at for this long
  ack_deadline_seconds = 60
  # 31 days, the longest there is
  message_retention_duration = "2678400s"

  expiration_policy {
    ttl = ""
  }
}

# Pub/Sub itself moves what failed too often, and acknowledges it at the door's subscription.
resource "google_pubsub_topic_iam_member" "dead_publisher" {
  project = var.project
  topic   = google_pubsub_topic.dead.name
  role    = "roles/pubsub.publisher"
  member  = var.pubsub_agent
}

resource "google_pubsub_subscription_iam_member" "mover" {
  project      = var.project
  subscription = google_pubsub_subscription.push.name
  role         = "roles/pubsub.subscriber"
  member       = var.pubsub_agent
}
