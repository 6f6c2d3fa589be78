output "id" {
  description = "The topic's full name"
  value       = google_pubsub_topic.this.id
}

output "name" {
  description = "Name of the topic"
  value       = google_pubsub_topic.this.name
}

output "bindings" {
  description = "Who may do what here"
  value = [
    "${google_pubsub_topic_iam_member.dead_publisher.member} ${google_pubsub_topic_iam_member.dead_publisher.role} ${google_pubsub_topic_iam_member.dead_publisher.topic}",
    "${google_pubsub_subscription_iam_member.mover.member} ${google_pubsub_subscription_iam_member.mover.role} ${google_pubsub_subscription_iam_member.mover.subscription}",
  ]
}

output "plan" {
  description = "What it is to be, for tests"
  value = {
    subscription = google_pubsub_subscription.push.name
    endpoint     = google_pubsub_subscription.push.push_config[0].push_endpoint
    audience     = google_pubsub_subscription.push.push_config[0].oidc_token[0].audience
    pusher       = google_pubsub_subscription.push.push_config[0].oidc_token[0].service_account_email
    ack_deadline = google_pubsub_subscription.push.ack_deadline_seconds
    backoff      = [google_pubsub_subscription.push.retry_policy[0].minimum_backoff, google_pubsub_subscription.push.retry_policy[0].maximum_backoff]
    tries        = google_pubsub_subscription.push.dead_letter_policy[0].max_delivery_attempts
    expires      = google_pubsub_subscription.push.expiration_policy[0].ttl
    dead_topic   = google_pubsub_topic.dead.name
    dead_letters = google_pubsub_subscription.dead.name
  }
}
