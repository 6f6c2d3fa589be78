# Every topic is pushed to one door, and has its dead letters; every schedule wakes its door through its topic.
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

run "topics" {
  command = plan

  assert {
    condition     = toset(keys(module.topic)) == toset([for door in jsondecode(file("doors.json")) : trimprefix(door.trigger, "topic:") if door.trigger != "http"])
    error_message = "a topic of functions/doors.json is not planned, or one is that no door listens to"
  }

  assert {
    condition     = length(local.topic_doors) + length(local.http_doors) == length(local.doors)
    error_message = "two doors listen to one topic: each would get only some of its messages"
  }

  assert {
    condition = alltrue([
      for topic, door in local.topic_doors :
      module.topic[topic].plan.subscription == door.name
      && module.topic[topic].plan.endpoint == "https://${door.name}-123456789012.us-central1.run.app"
      && module.topic[topic].plan.audience == module.topic[topic].plan.endpoint
      && module.topic[topic].plan.pusher == "push@carillon-test.iam.gserviceaccount.com"
    ])
    error_message = "a topic is not pushed to its door, signed by the push account for that door alone"
  }

  assert {
    condition     = alltrue([for name, topic in module.topic : topic.plan.ack_deadline == 600 && join(" ", topic.plan.backoff) == "10s 600s"])
    error_message = "a door does not get 600 seconds, or is asked again too soon or too late"
  }

  assert {
    condition     = alltrue([for name, topic in module.topic : topic.plan.tries == 8 && topic.plan.dead_topic == "${name}-dead" && topic.plan.dead_letters == "${name}-dead"])
    error_message = "a topic's messages do not become dead letters after eight tries, where somebody can read them"
  }

  assert {
    condition     = alltrue([for name, topic in module.topic : topic.plan.expires == ""])
    error_message = "a subscription ends by itself when nothing happens for a month"
  }
}

run "dead_letters_move" {
  command = plan

  assert {
    condition = alltrue([
      for topic, door in local.topic_doors : toset(module.topic[topic].bindings) == toset([
        "serviceAccount:service-123456789012@gcp-sa-pubsub.iam.gserviceaccount.com roles/pubsub.publisher ${topic}-dead",
        "serviceAccount:service-123456789012@gcp-sa-pubsub.iam.gserviceaccount.com roles/pubsub.subscriber ${door.name}",
      ])
    ])
    error_message = "Pub/Sub may not move dead letters, or somebody may more than that"
  }
}

run "schedules" {
  command = plan

  assert {
    condition = { for name, job in google_cloud_scheduler_job.door : name => job.schedule } == {
      tick-campaigns = "*/5 * * * *"
      tick-sends     = "*/5 * * * *"
      sweep          = "7 * * * *"
      maintain       = "23 3 * * *"
    }
    error_message = "ticks come every five minutes, the sweep every hour, maintenance at night"
  }

  assert {
    condition     = { for name, job in google_cloud_scheduler_job.door : name => job.schedule } == { for name, door in local.doors : name => door.schedule if can(door.schedule) }
    error_message = "a schedule differs from functions/doors.json"
  }

  assert {
    condition     = alltrue([for name, job in google_cloud_scheduler_job.door : job.time_zone == "Etc/UTC" && base64decode(job.pubsub_target[0].data) == "{}"])
    error_message = "a job does not run on UTC, or says more than {}"
  }

  assert {
    condition     = alltrue([for name, job in google_cloud_scheduler_job.door : job.retry_config[0].retry_count == 3 && job.retry_config[0].max_retry_duration == "240s"])
    error_message = "a tick is not tried again, or for longer than until the next one"
  }
}
