output "name" {
  description = "Name of the bucket"
  value       = google_storage_bucket.this.name
}

output "plan" {
  description = "What it is to be, for tests"
  value = {
    public    = google_storage_bucket.this.public_access_prevention
    uniform   = google_storage_bucket.this.uniform_bucket_level_access
    lifecycle = [for rule in google_storage_bucket.this.lifecycle_rule : rule.action[0].type]
    origins   = flatten([for cors in google_storage_bucket.this.cors : cors.origin])
  }
}
