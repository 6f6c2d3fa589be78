output "settings" {
  description = "What this environment is set to"
  value = {
    budget              = var.budget
    drop_retention_days = var.drop_retention_days
    environment         = var.environment
    max_instances       = var.max_instances
    protect             = var.protect
    sql_availability    = var.sql_availability
    sql_tier            = var.sql_tier
  }
}
