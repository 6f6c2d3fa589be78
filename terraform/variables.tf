variable "alert_emails" {
  description = "Who is written to when something is wrong"
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for address in var.alert_emails : can(regex("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", address))])
    error_message = "alert_emails takes e-mail addresses like [\"ops@example.com\"]: correct the one that is none."
  }
}

variable "billing_account" {
  description = "Billing account of the budget alert, like 000000-AAAAAA-BBBBBB; null for no budget"
  type        = string
  default     = null

  validation {
    condition     = var.billing_account == null || can(regex("^[0-9A-F]{6}-[0-9A-F]{6}-[0-9A-F]{6}$", var.billing_account))
    error_message = "billing_account looks like 000000-AAAAAA-BBBBBB: take it from \"gcloud billing accounts list\", or leave it out for no budget alert."
  }
}

variable "budget" {
  description = "What a month may cost, in whole units of the billing account's currency, before somebody is told"
  type        = number
  default     = 200

  validation {
    condition     = var.budget >= 1 && floor(var.budget) == var.budget
    error_message = "budget is a whole amount of 1 or more in the currency of your billing account."
  }
}

variable "drop_principals" {
  description = "Who may put files into a company's folder of the drop bucket: company id => principal"
  type        = map(string)
  default     = {}

  validation {
    condition     = alltrue([for company in keys(var.drop_principals) : can(regex("^co_[a-z0-9]{1,32}$", company))])
    error_message = "The keys of drop_principals are companies' ids like co_main: see \"carillon status\" for the one you mean."
  }

  validation {
    condition     = alltrue([for principal in values(var.drop_principals) : can(regex("^(user|group|serviceAccount|principal|principalSet):.+$", principal))])
    error_message = "The values of drop_principals are principals like serviceAccount:name@project.iam.gserviceaccount.com. allUsers is not one: a folder that anybody writes to is nobody's."
  }
}

variable "drop_retention_days" {
  description = "Days after which a dropped file is deleted; what it said is in the log by then"
  type        = number
  default     = 90

  validation {
    condition     = var.drop_retention_days >= 7
    error_message = "drop_retention_days is 7 or more: a file must outlive a week in which nobody looks."
  }
}

variable "environment" {
  description = "Which environment this project is; labels and alerts carry its name"
  type        = string

  validation {
    condition     = contains(["dev", "staging", "prod"], var.environment)
    error_message = "environment is dev, staging or prod: give terraform one of the files in env/, like -var-file=env/dev.tfvars."
  }
}

variable "firestore_database" {
  description = "Database of the log and the documents; another name after one was restored"
  type        = string
  default     = "(default)"

  validation {
    condition     = can(regex("^(\\(default\\)|[a-z][a-z0-9-]{2,61}[a-z0-9])$", var.firestore_database))
    error_message = "firestore_database is (default), or 4 to 63 lower-case letters, digits and hyphens, like restored-2026-11-20."
  }
}

variable "firestore_location" {
  description = "Where Firestore keeps its data; null for the region. It can never be changed"
  type        = string
  default     = null
}

variable "github_repository" {
  description = "owner/name of the GitHub repository whose workflow delivers; null for none"
  type        = string
  default     = null

  validation {
    condition     = var.github_repository == null || can(regex("^[\\w.-]+/[\\w.-]+$", var.github_repository))
    error_message = "github_repository is owner/name, like example/carillon, without https:// and .git."
  }
}

variable "link_version" {
  description = "Number of the key that links in messages are signed with: one more makes those of the last key but one worthless"
  type        = number
  default     = 1

  validation {
    condition     = var.link_version >= 1 && floor(var.link_version) == var.link_version
    error_message = "link_version is a whole number from 1 on: begin with 1 and add one to change the key."
  }
}

variable "log_level" {
  description = "CARILLON_LOG of every door. Alerts are made of lines of the level info"
  type        = string
  default     = "info"

  validation {
    condition     = var.log_level == "info"
    error_message = "log_level stays at info: the alerts of monitoring.tf are counted from lines of that level, and would never speak."
  }
}

variable "mail" {
  description = "Where bounces of e-mails go, and whom invitations and mails about passwords come from; null until there is a mail server: no e-mail is sent then"
  type        = object({ return_address = string, from = optional(string) })
  default     = null

  validation {
    condition     = var.mail == null || can(regex("^[^@\\s]+@[^@\\s]+$", var.mail.return_address))
    error_message = "mail has the return_address, an e-mail address. The server with its password goes into Secret Manager, never here."
  }
  validation {
    condition     = try(var.mail.from, null) == null || can(regex("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", var.mail.from))
    error_message = "from of mail is an e-mail address that the mail server sends for, like accounts@example.com."
  }
}

variable "max_instances" {
  description = "Instances that one door may grow to. The door project is held at a quarter of it: each of its instances keeps connections to MySQL"
  type        = number
  default     = 20

  validation {
    condition     = var.max_instances >= 2 && var.max_instances <= 1000
    error_message = "max_instances is a number from 2 to 1000."
  }
}

variable "operators" {
  description = "Who may lead the house from the command line (campaigns, dead letters, ticks, doctor): principals like group:ops@example.com"
  type        = set(string)
  default     = []

  validation {
    condition     = alltrue([for principal in var.operators : can(regex("^(user|group|serviceAccount|principal|principalSet):.+$", principal))])
    error_message = "operators are principals like user:name@example.com or group:name@example.com: put the kind before the address."
  }
}

variable "package" {
  description = "The deploy package, made by \"npm run -s package\""
  type        = string
  default     = "../build/carillon.zip"

  validation {
    condition     = fileexists(var.package)
    error_message = "The deploy package is not there: run \"npm run -s package\" in the repository first."
  }
}

variable "project" {
  description = "Id of the Google Cloud project"
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{4,28}[a-z0-9]$", var.project))
    error_message = "project is a project's id (6 to 30 lower-case letters, digits and hyphens), not its name or number: see \"gcloud projects list\"."
  }
}

variable "protect" {
  description = "Whether databases refuse to be deleted. false is for projects whose data nobody misses"
  type        = bool
  default     = true

  validation {
    condition     = var.protect || var.environment != "prod"
    error_message = "protect stays true in prod: to take production down on purpose, set it false in a copy of env/prod.tfvars with another environment."
  }
}

variable "public_url" {
  description = "Where providers reach the house, when a domain of your own stands before it; null for the address that Cloud Run gives"
  type        = string
  default     = null

  validation {
    condition     = var.public_url == null || can(regex("^https://[^/\\s]+$", var.public_url))
    error_message = "public_url begins with https:// and has no path, like https://messages.example.com: providers' signatures are made over it."
  }
}

variable "region" {
  description = "Region of everything that has one"
  type        = string
  default     = "us-central1"

  validation {
    condition     = can(regex("^[a-z]+-[a-z]+[0-9]+$", var.region))
    error_message = "region is a region's name like us-central1, without a zone at its end."
  }
}

variable "sealed_providers" {
  description = "Those of bandwidth, messagebird and meta that messages are sent through. The secret of each has to be filled first: a door whose secret is empty does not start"
  type        = set(string)
  default     = []

  validation {
    condition     = length(setsubtract(var.sealed_providers, ["bandwidth", "messagebird", "meta", "mail-reports"])) == 0
    error_message = "sealed_providers are some of bandwidth, messagebird, meta and mail-reports. Twilio, Telnyx and the mail server have variables of their own."
  }
}

variable "sql_availability" {
  description = "ZONAL, or REGIONAL for a second server in another zone that takes over"
  type        = string
  default     = "ZONAL"

  validation {
    condition     = contains(["ZONAL", "REGIONAL"], var.sql_availability)
    error_message = "sql_availability is ZONAL for one database server, or REGIONAL for a second one that stands by."
  }
}

variable "sql_tier" {
  description = "Machine of the reporting database"
  type        = string
  default     = "db-custom-1-3840"

  validation {
    condition     = can(regex("^db-(f1-micro|g1-small|custom-[0-9]+-[0-9]+)$", var.sql_tier))
    error_message = "sql_tier is a machine of the Enterprise edition: db-f1-micro, db-g1-small, or db-custom-CPUS-MEGABYTES like db-custom-2-7680."
  }
}

variable "telnyx" {
  description = "Messaging profile and public key of the Telnyx account that messages are sent through; null: none is"
  type        = object({ profile = string, public_key = string })
  default     = null

  validation {
    condition     = var.telnyx == null || (can(regex("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", var.telnyx.profile)) && can(regex("^[A-Za-z0-9+/]{43}=$", var.telnyx.public_key)))
    error_message = "telnyx has the profile's id and the public key (44 characters of base64), both as the portal shows them. The API key goes into Secret Manager, never here."
  }
}

variable "twilio_account_sid" {
  description = "Account that messages are sent through; null until there is one: nothing is sent then"
  type        = string
  default     = null

  validation {
    condition     = var.twilio_account_sid == null || can(regex("^AC[0-9a-f]{32}$", var.twilio_account_sid))
    error_message = "twilio_account_sid is AC and 32 hexadecimal digits: it stands on the first page of Twilio's console. The token beside it goes into Secret Manager, never here."
  }
}

variable "twilio_primary_profile" {
  description = "Approved profile of whoever owns the account at Twilio (BU...), under which brands are registered with carriers; null: none are registered through Twilio"
  type        = string
  default     = null

  validation {
    condition     = var.twilio_primary_profile == null || can(regex("^BU[0-9a-fA-F]{32}$", var.twilio_primary_profile))
    error_message = "twilio_primary_profile is BU and 32 hexadecimal digits: Twilio's Trust Hub shows it."
  }
}

variable "upload_origins" {
  description = "Web pages that may upload files straight to the drop bucket by a signed address, like https://app.example.com"
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for origin in var.upload_origins : can(regex("^https://[^/*\\s]+$", origin))])
    error_message = "upload_origins are origins like https://app.example.com: https, no path, no asterisk."
  }
}
