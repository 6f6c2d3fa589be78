# Every door of functions/doors.json becomes a function as it is described there.
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

run "doors" {
  command = plan

  assert {
    condition     = toset(keys(module.door)) == toset([for door in jsondecode(file("doors.json")) : door.name])
    error_message = "a door of functions/doors.json is not planned, or one is that nobody described"
  }

  assert {
    condition = alltrue([
      for name, door in local.doors :
      module.door[name].plan.memory == "${door.memoryMb}Mi"
      && module.door[name].plan.timeout == door.timeoutSeconds
      && module.door[name].plan.concurrency == door.concurrency
      && module.door[name].plan.min_instances == try(door.minInstances, 0)
    ])
    error_message = "memory, time, concurrency or warm instances of a door differ from functions/doors.json"
  }

  assert {
    condition     = alltrue([for name, door in module.door : door.plan.runtime == "nodejs24" && door.plan.entry_point == name])
    error_message = "a door does not run on nodejs24 under its own name"
  }

  assert {
    condition     = length(distinct([for name, door in module.door : door.plan.account])) == length(module.door)
    error_message = "two doors share a service account"
  }

  assert {
    condition     = alltrue([for name, door in module.door : door.plan.account == "door-${name}@carillon-test.iam.gserviceaccount.com"])
    error_message = "a door does not run as its own service account"
  }

  assert {
    condition     = alltrue([for name, door in module.door : door.plan.timeout <= 300])
    error_message = "a door works longer than 300 seconds"
  }

  assert {
    condition     = alltrue([for name, door in local.doors : module.door[name].plan.max_instances == 1 if door.concurrency == 1])
    error_message = "a door that works alone may grow to several instances"
  }

  assert {
    condition     = alltrue([for name, door in module.door : door.plan.max_instances >= door.plan.min_instances])
    error_message = "a door keeps more instances warm than it may have"
  }
}

run "webhooks" {
  command = plan

  assert {
    condition = alltrue([
      for name, door in local.http_doors : module.door[name].plan.concurrency >= 80 && module.door[name].plan.min_instances >= 1
      if door.public && try(door.method, "") == "POST"
    ])
    error_message = "a door that providers call takes fewer than 80 requests at a time, or has no warm instance"
  }

  assert {
    condition     = length([for name, door in local.http_doors : name if door.public && try(door.method, "") == "POST"]) > 0
    error_message = "there is no door that providers call"
  }
}

run "who_may_call" {
  command = plan

  assert {
    condition     = toset([for name, door in module.door : name if contains(door.callers, "allUsers roles/run.invoker")]) == toset([for name, door in local.doors : name if door.public])
    error_message = "a door is open to everybody that functions/doors.json does not call public, or a public one is closed"
  }

  assert {
    condition     = alltrue([for name, door in local.doors : module.door[name].callers == ["serviceAccount:push@carillon-test.iam.gserviceaccount.com roles/run.invoker"] if !door.public])
    error_message = "somebody else than the push account may call a door that is not public"
  }

  assert {
    condition     = alltrue([for name, door in local.doors : module.door[name].plan.ingress == (door.public ? "ALLOW_ALL" : "ALLOW_INTERNAL_ONLY")])
    error_message = "a door that is not public can be reached from outside"
  }
}

run "environment" {
  command = apply

  assert {
    condition = alltrue([
      for name, door in module.door :
      door.plan.environment["CARILLON_HOUSE"] == "google-cloud"
      && door.plan.environment["CARILLON_LOG"] == "info"
      && door.plan.environment["CARILLON_SQL_USER"] == "door-${name}"
      && door.plan.environment["CARILLON_PUSH_AUDIENCE"] == "https://${name}-123456789012.us-central1.run.app"
      # never where Cloud Run lets in everybody: it would check nothing
      && door.plan.environment["CARILLON_PUSH_CHECKED_BY"] == (contains(["answer-page", "api", "health", "receive-incoming", "receive-status"], name) ? "door" : "cloud-run")
      && door.plan.environment["CARILLON_MASTER_KEY_SECRET"] == "projects/carillon-test/secrets/carillon-master-key"
      && door.plan.environment["CARILLON_PUBLIC_URL"] == "https://receive-status-123456789012.us-central1.run.app"
    ])
    error_message = "a door is told something else than what it needs"
  }

  assert {
    condition     = alltrue([for name, door in module.door : !contains(keys(door.plan.environment), "CARILLON_TWILIO_ACCOUNT_SID")])
    error_message = "without an account no door may be told of one"
  }

  assert {
    condition     = toset([for name, door in module.door : name if door.plan.connected]) == toset([for name, need in local.needs : name if need.sql != "none"])
    error_message = "a door without tables is connected to the database's network, or one with tables is not"
  }
}

run "with_telnyx_and_mail" {
  command = plan

  variables {
    telnyx = { profile = "4000c0ff-ee00-4000-8000-000000c0ffee", public_key = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=" }
    mail   = { return_address = "bounces@example.com", from = "accounts@example.com" }
  }

  assert {
    condition = alltrue([for key in ["CARILLON_TELNYX_PROFILE", "CARILLON_TELNYX_API_KEY_SECRET", "CARILLON_TELNYX_PUBLIC_KEY", "CARILLON_SMTP_URL_SECRET", "CARILLON_SMTP_RETURN_ADDRESS", "CARILLON_MAIL_FROM"] :
      toset([for name, door in module.door : name if contains(keys(door.plan.environment), key)]) == toset(["answer-reply", "api", "ask-registrars", "receive-incoming", "receive-status", "send-now", "send-work", "watch-messages"])
    ])
    error_message = "other doors than those that speak with providers are told of them"
  }
}

run "with_providers_in_one_secret_each" {
  command = plan

  variables {
    sealed_providers = ["bandwidth", "meta"]
  }

  assert {
    condition = alltrue([for key in ["CARILLON_BANDWIDTH_SECRET", "CARILLON_META_SECRET"] :
      toset([for name, door in module.door : name if contains(keys(door.plan.environment), key)]) == toset(["answer-reply", "api", "ask-registrars", "receive-incoming", "receive-status", "send-now", "send-work", "watch-messages"])
    ])
    error_message = "other doors than those that speak with providers are told of them"
  }

  assert {
    condition     = alltrue([for name, door in module.door : !contains(keys(door.plan.environment), "CARILLON_MESSAGEBIRD_SECRET")])
    error_message = "a door is told of a secret that nobody has filled: it would not start"
  }
}

run "with_an_account_and_a_domain" {
  command = plan

  variables {
    twilio_account_sid = "AC0123456789abcdef0123456789abcdef"
    public_url         = "https://messages.example.com"
  }

  assert {
    condition     = toset([for name, door in module.door : name if try(door.plan.environment["CARILLON_TWILIO_ACCOUNT_SID"], "") == "AC0123456789abcdef0123456789abcdef"]) == toset(["answer-reply", "api", "ask-registrars", "receive-incoming", "receive-status", "send-now", "send-work", "watch-messages"])
    error_message = "other doors than those that speak with Twilio are told of the account"
  }

  assert {
    condition     = alltrue([for name, door in module.door : contains(keys(door.plan.environment), "CARILLON_TWILIO_ACCOUNT_SID") == contains(keys(door.plan.environment), "CARILLON_TWILIO_AUTH_TOKEN_SECRET")])
    error_message = "the account and its token go together: a door with one of them does not start"
  }

  assert {
    condition     = output.public_url == "https://messages.example.com" && alltrue([for name, door in module.door : door.plan.environment["CARILLON_PUBLIC_URL"] == "https://messages.example.com"])
    error_message = "providers are told another address than the domain's"
  }
}

run "jobs" {
  command = apply

  assert {
    condition     = google_cloud_run_v2_job.this["migrate"].template[0].template[0].containers[0].image == "us-central1-docker.pkg.dev/carillon-test/gcf-artifacts/health:1"
    error_message = "migrations do not run from the package that was deployed"
  }

  assert {
    condition     = google_cloud_run_v2_job.this["migrate"].template[0].template[0].service_account == "job-migrate@carillon-test.iam.gserviceaccount.com"
    error_message = "migrations do not run as their own account"
  }

  assert {
    condition     = google_cloud_run_v2_job.this["migrate"].template[0].template[0].max_retries == 0
    error_message = "a migration that failed is looked at, not tried again"
  }

  assert {
    condition     = google_cloud_run_v2_job.this["command"].template[0].template[0].service_account == "job-command@carillon-test.iam.gserviceaccount.com"
    error_message = "commands do not run as their own account"
  }

  assert {
    condition     = alltrue([for name, job in google_cloud_run_v2_job.this : length(job.template[0].template[0].vpc_access[0].network_interfaces) == 1])
    error_message = "a job can't reach the reporting database"
  }
}
