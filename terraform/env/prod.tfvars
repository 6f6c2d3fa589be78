# A second database server takes over when a zone fails; nothing can be deleted by mistake.
environment         = "prod"
protect             = true
sql_tier            = "db-custom-2-7680"
sql_availability    = "REGIONAL"
max_instances       = 50
budget              = 1000
drop_retention_days = 90
