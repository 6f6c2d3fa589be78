# Who may do what, line by line: a right that is not written here is not given.
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
    condition = toset(keys(google_project_iam_member.door)) == toset([
      "accept-drop roles/datastore.user",
      "answer-page roles/datastore.user",
      "answer-reply roles/datastore.user",
      "api roles/cloudsql.client",
      "api roles/cloudsql.instanceUser",
      "api roles/datastore.user",
      "ask-registrars roles/datastore.user",
      "call-webhooks roles/datastore.user",
      "fire-campaign roles/datastore.user",
      "health roles/cloudsql.client",
      "health roles/cloudsql.instanceUser",
      "health roles/datastore.viewer",
      "load-packet roles/datastore.user",
      "maintain roles/cloudsql.client",
      "maintain roles/cloudsql.instanceUser",
      "maintain roles/datastore.user",
      "notify-customer roles/datastore.user",
      "project roles/cloudsql.client",
      "project roles/cloudsql.instanceUser",
      "project roles/datastore.viewer",
      "queue-rows roles/datastore.user",
      "receive-incoming roles/datastore.user",
      "receive-status roles/datastore.user",
      "send-now roles/datastore.user",
      "send-work roles/datastore.user",
      "sweep roles/datastore.user",
      "tick-campaigns roles/datastore.user",
      "tick-sends roles/datastore.user",
      "watch-messages roles/datastore.user",
    ])
    error_message = "a door's rights in the project are not those of the list"
  }

  assert {
    condition = alltrue([
      for name, binding in google_project_iam_member.door :
      name == "${trimprefix(split("@", binding.member)[0], "serviceAccount:door-")} ${binding.role}"
    ])
    error_message = "a right is given to another door than its name says"
  }

  assert {
    condition = toset(keys(google_pubsub_topic_iam_member.door)) == toset([
      "accept-drop log-appended", "accept-drop notify-customer", "accept-drop packet",
      "answer-page log-appended", "answer-page notify-customer", "answer-page reply-received", "answer-page send-bulk", "answer-page send-now",
      "answer-reply log-appended", "answer-reply notify-customer", "answer-reply reply-received", "answer-reply send-bulk", "answer-reply send-now",
      "api call-webhooks", "api campaign-fire", "api drop-finalized", "api log-appended", "api maintain", "api notify-customer", "api packet", "api queue-rows", "api registrar-looks", "api reply-received", "api send-bulk", "api send-now", "api tick-sends", "api watch-messages",
      "ask-registrars log-appended", "ask-registrars notify-customer", "ask-registrars registrar-looks",
      "call-webhooks call-webhooks", "call-webhooks log-appended", "call-webhooks notify-customer",
      "fire-campaign log-appended", "fire-campaign notify-customer", "fire-campaign queue-rows", "fire-campaign send-bulk", "fire-campaign send-now",
      "load-packet campaign-fire", "load-packet log-appended", "load-packet notify-customer", "load-packet packet", "load-packet queue-rows", "load-packet send-bulk", "load-packet send-now", "load-packet tick-sends",
      "maintain log-appended", "maintain maintain", "maintain notify-customer",
      "notify-customer call-webhooks", "notify-customer notify-customer",
      "project log-appended",
      "queue-rows log-appended", "queue-rows notify-customer", "queue-rows queue-rows", "queue-rows send-bulk", "queue-rows send-now", "queue-rows tick-sends",
      "receive-incoming log-appended", "receive-incoming notify-customer", "receive-incoming reply-received",
      "receive-status log-appended", "receive-status notify-customer", "receive-status registrar-looks", "receive-status reply-received",
      "send-now log-appended", "send-now notify-customer", "send-now send-bulk", "send-now send-now",
      "send-work log-appended", "send-work notify-customer", "send-work send-bulk", "send-work send-now",
      "sweep drop-finalized", "sweep maintain", "sweep packet", "sweep registrar-looks", "sweep sweep",
      "tick-campaigns campaign-fire",
      "tick-sends call-webhooks", "tick-sends log-appended", "tick-sends notify-customer", "tick-sends reply-received", "tick-sends send-bulk", "tick-sends send-now", "tick-sends tick-sends", "tick-sends watch-messages",
      "watch-messages log-appended", "watch-messages notify-customer", "watch-messages send-bulk", "watch-messages send-now",
    ])
    error_message = "a door may publish elsewhere than the list says"
  }

  assert {
    condition     = alltrue([for name, binding in google_pubsub_topic_iam_member.door : binding.role == "roles/pubsub.publisher" && endswith(name, " ${binding.topic}")])
    error_message = "a door may do more with a topic than publish"
  }

  assert {
    condition     = toset(keys(google_storage_bucket_iam_member.door)) == toset(["accept-drop", "api", "load-packet", "maintain", "sweep"]) && alltrue([for name, binding in google_storage_bucket_iam_member.door : binding.role == "roles/storage.objectViewer"])
    error_message = "other doors than these see the drop bucket, or they may do more than read"
  }

  assert {
    condition     = startswith(google_storage_bucket_iam_member.api_drops.member, "serviceAccount:door-api@") && strcontains(google_storage_bucket_iam_member.api_drops.condition[0].expression, "/objects/drops/")
    error_message = "others than the API put drops into the bucket through it, or it writes beside the drops"
  }

  assert {
    condition     = startswith(google_storage_bucket_iam_member.maintain_drops.member, "serviceAccount:door-maintain@") && strcontains(google_storage_bucket_iam_member.maintain_drops.condition[0].expression, "/objects/drops/")
    error_message = "others than maintain remove files of whoever is forgotten, or it does so beside the drops"
  }

  assert {
    condition     = alltrue([for name, binding in google_secret_manager_secret_iam_member.door : binding.role == "roles/secretmanager.secretAccessor"])
    error_message = "a door may do more with a secret than open it"
  }

  assert {
    condition     = toset([for name, need in local.needs : name]) == toset([for name, binding in google_secret_manager_secret_iam_member.door : split(" ", name)[0] if endswith(name, " fingerprint-key")])
    error_message = "a door can't make fingerprints, without which no house opens"
  }

  assert {
    condition     = setsubtract(keys(local.doors), [for name, binding in google_secret_manager_secret_iam_member.door : split(" ", name)[0] if endswith(name, " master-key")]) == toset(["sweep", "tick-campaigns", "tick-sends"])
    error_message = "a door that leaves the log alone opens the master key, or one that reads it can't"
  }

  assert {
    condition = alltrue([for secret in ["twilio-auth-token", "telnyx-api-key", "smtp-url", "mail-reports", "bandwidth", "messagebird", "meta"] :
      toset([for name, binding in google_secret_manager_secret_iam_member.door : split(" ", name)[0] if endswith(name, " ${secret}")]) == toset(["answer-reply", "api", "ask-registrars", "receive-incoming", "receive-status", "send-now", "send-work", "watch-messages"])
    ])
    error_message = "other doors than those that speak with providers open what lets them in"
  }

  assert {
    condition     = toset(keys(google_sql_user.door)) == toset(["api", "health", "maintain", "project"]) && alltrue([for name, user in google_sql_user.door : user.type == "CLOUD_IAM_SERVICE_ACCOUNT"])
    error_message = "other doors than these sign in to the reporting database, or one does so with a password"
  }

  assert {
    condition     = alltrue([for grant in local.sql_grants : !can(regex("ALL|CREATE|DROP|ALTER|GRANT OPTION", grant)) if !strcontains(grant, "'job-")])
    error_message = "a door may change the tables' form"
  }
}

run "everybody_else" {
  command = plan

  assert {
    condition = toset([for name, binding in google_project_iam_member.account : "${split("@", binding.member)[0]} ${binding.role}"]) == toset([
      "serviceAccount:build roles/cloudbuild.builds.builder",
      "serviceAccount:job-command roles/cloudsql.client",
      "serviceAccount:job-command roles/cloudsql.instanceUser",
      "serviceAccount:job-migrate roles/cloudsql.client",
      "serviceAccount:job-migrate roles/cloudsql.instanceUser",
      "serviceAccount:push roles/eventarc.eventReceiver",
    ])
    error_message = "an account of the house may do something that is not on the list"
  }

  assert {
    condition     = google_project_iam_member.storage_agent.role == "roles/pubsub.publisher" && google_service_account_iam_member.push_signer.role == "roles/iam.serviceAccountOpenIdTokenCreator"
    error_message = "one of Google's own accounts may do something that is not on the list"
  }

  assert {
    condition     = length(google_cloud_run_v2_job_iam_member.operator) == 0 && length(google_service_account_iam_member.operator_signs) == 0 && length(google_project_iam_member.delivery) == 0 && length(google_storage_bucket_iam_member.dropper) == 0 && length(google_service_account.delivery) == 0
    error_message = "somebody is let in whom nobody named"
  }

  assert {
    condition     = toset([for name, binding in google_project_iam_member.operator : binding.member]) == toset(["serviceAccount:job-command@carillon-test.iam.gserviceaccount.com"])
    error_message = "somebody leads the house whom nobody named"
  }
}

run "companies" {
  command = apply

  variables {
    drop_principals = {
      co_1  = "serviceAccount:one@clinic-one.iam.gserviceaccount.com"
      co_10 = "user:ten@example.com"
    }
  }

  assert {
    condition     = google_storage_bucket_iam_member.dropper["co_1"].condition[0].expression == "resource.name.startsWith(\"projects/_/buckets/carillon-test-carillon-drops/objects/drops/co_1/\")"
    error_message = "a company's principal may write outside of its folder"
  }

  assert {
    condition     = alltrue([for company, binding in google_storage_bucket_iam_member.dropper : binding.member == var.drop_principals[company] && length(binding.condition) == 1])
    error_message = "a folder is open to another company's principal, or without condition"
  }

  assert {
    condition     = !anytrue([for permission in google_project_iam_custom_role.dropper.permissions : contains(["storage.objects.get", "storage.objects.list"], permission)])
    error_message = "who drops files may read those of others"
  }

  assert {
    condition     = google_storage_bucket_iam_member.drop_signer.role == google_project_iam_custom_role.dropper.id && endswith(google_storage_bucket_iam_member.drop_signer.condition[0].expression, "/objects/drops/\")")
    error_message = "a signed address may do more than put a file under drops/"
  }
}

run "operators" {
  command = plan

  variables {
    operators = ["group:ops@example.com"]
  }

  assert {
    condition = toset([for name, binding in google_project_iam_member.operator : binding.role]) == toset([
      "roles/cloudscheduler.admin", "roles/datastore.user", "roles/logging.viewer", "roles/monitoring.viewer", "roles/pubsub.editor",
      "roles/run.viewer", "roles/serviceusage.serviceUsageConsumer",
    ])
    error_message = "operators may do something in the project that is not on the list"
  }

  assert {
    condition     = toset([for name in keys(google_secret_manager_secret_iam_member.operator) : split(" ", name)[1] if startswith(name, "group:ops@example.com ")]) == toset(["fingerprint-key", "master-key", "twilio-auth-token", "telnyx-api-key", "smtp-url", "mail-reports", "bandwidth", "messagebird", "meta"])
    error_message = "operators open other secrets than the house's"
  }

  assert {
    condition     = google_storage_bucket_iam_member.operator["group:ops@example.com"].role == "roles/storage.objectUser" && google_service_account_iam_member.operator_signs["group:ops@example.com"].role == "roles/iam.serviceAccountTokenCreator"
    error_message = "operators may do more with files than read and put them, or can't sign addresses for uploads"
  }

  assert {
    condition     = toset(keys(google_cloud_run_v2_job_iam_member.operator)) == toset(["group:ops@example.com command", "group:ops@example.com migrate"]) && alltrue([for name, binding in google_cloud_run_v2_job_iam_member.operator : binding.role == "roles/run.jobsExecutorWithOverrides"])
    error_message = "operators can't run commands inside of the network, or may do more with the jobs than run them"
  }
}

run "pipeline" {
  command = apply

  variables {
    github_repository = "example/carillon"
  }

  assert {
    condition     = google_iam_workload_identity_pool_provider.github[0].attribute_condition == "assertion.repository == 'example/carillon'"
    error_message = "another repository's workflow may sign in"
  }

  assert {
    condition     = endswith(google_service_account_iam_member.delivery["apply"].member, "/subject/repo:example/carillon:environment:dev")
    error_message = "something else than this environment's job may apply"
  }

  assert {
    condition     = toset([for name, binding in google_project_iam_member.delivery : binding.role if startswith(name, "deliver-plan ")]) == toset(["roles/iam.securityReviewer", "roles/viewer"])
    error_message = "the plan may do more than look"
  }

  assert {
    condition     = !anytrue([for name, binding in google_project_iam_member.delivery : contains(["roles/owner", "roles/editor", "roles/secretmanager.admin", "roles/resourcemanager.projectIamAdmin"], binding.role)])
    error_message = "the pipeline has a right without bounds"
  }

  assert {
    condition     = strcontains(google_project_iam_member.delivery_gives["apply"].condition[0].expression, "hasOnly([") && !strcontains(google_project_iam_member.delivery_gives["apply"].condition[0].expression, "projectIamAdmin")
    error_message = "the pipeline may give rights that this folder does not give"
  }

  assert {
    condition     = !anytrue([for permission in google_project_iam_custom_role.secret_keeper["apply"].permissions : strcontains(permission, "versions")])
    error_message = "the pipeline may open secrets"
  }

  assert {
    condition     = toset(keys(google_project_iam_member.delivery_keeps)) == toset(["apply"]) && google_project_iam_member.delivery_keeps["apply"].role == google_project_iam_custom_role.secret_keeper["apply"].id
    error_message = "somebody else than the pipeline's apply keeps secrets"
  }
}
