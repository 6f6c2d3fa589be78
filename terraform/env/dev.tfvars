# A project to try things in: small, and nothing in it is missed.
environment         = "dev"
protect             = false
sql_tier            = "db-f1-micro"
max_instances       = 5
budget              = 50
drop_retention_days = 7
