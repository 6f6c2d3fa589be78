module "drops" {
  source = "./modules/bucket"

  name             = "${var.project}-carillon-drops"
  location         = var.region
  delete_after     = { "drops/" = var.drop_retention_days }
  noncurrent_after = 30
  cors_origins     = var.upload_origins
  force_destroy    = !var.protect

  depends_on = [google_project_service.api]
}

# A file that has arrived wakes accept-drop. What Eventarc loses is found by the hourly sweep.
resource "google_eventarc_trigger" "drop_finalized" {
  name            = "drop-finalized"
  location        = var.region
  project         = var.project
  service_account = local.push_address

  matching_criteria {
    attribute = "type"
    value     = "google.cloud.storage.object.v1.finalized"
  }

  matching_criteria {
    attribute = "bucket"
    value     = module.drops.name
  }

  destination {
    cloud_run_service {
      service = module.door["accept-drop"].name
      region  = var.region
    }
  }

  depends_on = [google_project_iam_member.storage_agent, google_project_iam_member.account]
}

resource "google_storage_bucket_iam_member" "door" {
  for_each = { for name, need in local.needs : name => need if need.files }

  bucket = module.drops.name
  role   = "roles/storage.objectViewer"
  member = "serviceAccount:${local.door_address[each.key]}"
}

# Putting a file, and another one under its name, which Cloud Storage takes for a deletion. Neither reading nor listing.
resource "google_project_iam_custom_role" "dropper" {
  project     = var.project
  role_id     = "carillonDropper"
  title       = "Carillon: puts files into one folder of the drop bucket"
  permissions = ["storage.objects.create", "storage.objects.delete", "storage.multipartUploads.abort", "storage.multipartUploads.create", "storage.multipartUploads.listParts"]

  depends_on = [google_project_service.api]
}

resource "google_storage_bucket_iam_member" "dropper" {
  for_each = var.drop_principals

  bucket = module.drops.name
  role   = google_project_iam_custom_role.dropper.id
  member = each.value

  # the slash at its end keeps co_1 out of the folder of co_10
  condition {
    title      = "drops of ${each.key}"
    expression = "resource.name.startsWith(\"projects/_/buckets/${module.drops.name}/objects/drops/${each.key}/\")"
  }
}

# The API takes files from callers and puts them where drops belong.
resource "google_storage_bucket_iam_member" "api_drops" {
  bucket = module.drops.name
  role   = google_project_iam_custom_role.dropper.id
  member = "serviceAccount:${local.door_address["api"]}"

  condition {
    title      = "drops by the API"
    expression = "resource.name.startsWith(\"projects/_/buckets/${module.drops.name}/objects/drops/\")"
  }
}

# Whoever is forgotten takes the file along that he came in, also where the one who began it died.
resource "google_storage_bucket_iam_member" "maintain_drops" {
  bucket = module.drops.name
  role   = google_project_iam_custom_role.dropper.id
  member = "serviceAccount:${local.door_address["maintain"]}"

  condition {
    title      = "files of whoever is forgotten"
    expression = "resource.name.startsWith(\"projects/_/buckets/${module.drops.name}/objects/drops/\")"
  }
}

# What a signed address allows is what its signer may do.
resource "google_storage_bucket_iam_member" "drop_signer" {
  bucket = module.drops.name
  role   = google_project_iam_custom_role.dropper.id
  member = "serviceAccount:${google_service_account.drop_signer.account_id}@${var.project}.iam.gserviceaccount.com"

  condition {
    title      = "drops"
    expression = "resource.name.startsWith(\"projects/_/buckets/${module.drops.name}/objects/drops/\")"
  }
}

resource "google_storage_bucket_iam_member" "operator" {
  for_each = local.leaders

  bucket = module.drops.name
  role   = "roles/storage.objectUser"
  member = each.key
}
