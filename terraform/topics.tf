# One topic per door that is not called over HTTP, pushed to that door alone.
module "topic" {
  source   = "./modules/topic"
  for_each = local.topic_doors

  name         = each.key
  door         = each.value.name
  project      = var.project
  endpoint     = local.door_url[each.value.name]
  push_account = local.push_address
  pubsub_agent = local.agents.pubsub

  depends_on = [module.door, google_service_account_iam_member.push_signer]
}

resource "google_pubsub_topic_iam_member" "door" {
  for_each = local.publications

  project = var.project
  topic   = module.topic[each.value.topic].name
  role    = "roles/pubsub.publisher"
  member  = "serviceAccount:${local.door_address[each.value.door]}"
}
