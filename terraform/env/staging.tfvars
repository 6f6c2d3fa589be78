# As production is, only smaller: what goes wrong there shows here first.
environment         = "staging"
protect             = true
sql_tier            = "db-g1-small"
max_instances       = 10
budget              = 150
drop_retention_days = 30
