package rules

import (
	"strings"
	"sync"

	"starbank/star/lint"
)

// The vocabulary of the rules: what an interviewer of any trade knows, and the
// words of the trades that the program serves. A bank adds its own with
// check: {known: [...]} in star.yaml. The lists are read on first use.

// knownAcronym reports whether an acronym needs no explanation.
func knownAcronym(config lint.Config, acronym string) bool {
	if acronyms()[acronym] {
		return true
	}
	for _, known := range config.Known {
		if strings.EqualFold(known, acronym) {
			return true
		}
	}
	return false
}

// publicProduct reports whether a name, in small letters, is that of a product or
// project that is known to the public.
func publicProduct(name string) bool { return products()[name] }

var (
	acronyms = lazySet(acronymList)
	products = lazySet(productList)
	shouted  = lazySet(shoutedList)
)

func lazySet(words string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool { return set(words) })
}

// acronymList holds acronyms that a hiring manager in the software trade knows.
const acronymList = "US USA UK EU UN UAE CEO CTO CFO COO CIO CISO CPO CMO VP SVP EVP HR IT PM TPM EM QA PR OK FAQ PDF URL URI ID IDS Q1 Q2 Q3 Q4 H1 H2 FY KPI KPIS OKR OKRS ROI SLA SLAS " +
	"B2B B2C C2C NDA USD EUR GBP INR CAD AUD AM TV PC CV PHD MSC BSC MBA GPA NASA NATO FBI CIA NSA IRS FDA GPS ATM SMS PIN CRM ERP POC MVP RFC RFP ETA ASAP FYI AKA DIY VIP LOL COVID BBC IBM SAP HP GE MIT UCLA NBA " +
	"EMEA APAC LATAM NYC LA SF DC NA CA TX NY WA DIR FTE FTES P0 P1 P2 P3 L3 L4 L5 L6 L7 SDE SDET SWE SRE SREs DBA SME SMES BI R1 R2 V1 V2 V3 TLDR PTO WFH OOO " +
	"API APIS SDK SDKS CPU CPUS GPU GPUS RAM SSD HDD SQL NOSQL HTTP HTTPS HTML CSS JSON XML YAML CSV REST SOAP GRPC RPC DNS CDN CI CD CICD VM VMS OS SSH FTP SFTP TCP UDP IP LAN WAN WIFI UI UX GUI CLI IDE AWS GCP EC2 S3 RDS SQS SNS ECS EKS EMR ETL ELT ML AI LLM LLMS NLP CV OCR RAG SLO SLI " +
	"P50 P90 P95 P99 JVM JS TS PHP IOS MAC PR PRS MR MRS TDD DDD OOP MVC CRUD ORM ACID UUID UTC GMT UTF ASCII BIOS USB HDMI LED LCD NFC RFID IOT AR VR XR 3D 2D B+ SEO SEM CTR CPC CPM A/B AB ABC BFF SPA PWA SSR DOM AJAX JWT LDAP AD NAS SAN RAID NIC VLAN BGP QPS TPS RPS MB GB TB PB KB MS HA DR SAAS PAAS IAAS AIOPS DEVOPS KYC AML POS " +
	"CVE CVES CWE CVSS XSS CSRF SSRF XXE SQLI IDOR OWASP IAM MFA 2FA OTP SSO TLS SSL MTLS VPN DOS DDOS IDS IPS SIEM SOC SOAR EDR XDR MDR NDR AV PKI KMS HSM WAF ACL ACLS RBAC ABAC MITM CSP CORS RCE LPE SAST DAST IAST SCA SBOM GDPR CCPA PII PHI PCI DSS HIPAA SOX NIST ISO SDLC SSDLC CTF MTTR MTTD IOC IOCS TTP TTPS APT AES RSA ECC SHA MD5 HMAC TPM UEFI DLP CASB CSPM CNAPP GRC ISMS SAML OIDC OAUTH SCIM GPG PGP NTLM KERBEROS SPF DKIM DMARC NDA CERT CSIRT PSIRT CISA CISSP OSCP RTO RPO BCP DMZ NAT ARP DHCP ICMP SNMP SMB RDP VPC SG STRIDE DREAD MITRE ATT&CK BYOD C2 " +
	"ICU ER MRI CT DNA RNA HIV ICD EHR EMR GP ECG NHS CDC WHO NGO NGOS USAF USMC NCO CO XO DOD R&D P&L M&A B2G EBITDA YOY MOM QOQ GMV ARR MRR NPS CSAT LTV CAC AOV SKU SKUS B2E COGS CAPEX OPEX GAAP IFRS IPO ETF SEC HQ II III IV VI VII VIII IX XI XII"

// shoutedList holds words that people write in capitals to stress them.
const shoutedList = "YET EVER DAY HERE STATUS SCRUM AGILE PLUS MINUS TRUE FALSE NULL NONE NOT AND OR BUT ALL NO YES VERY MUST NEVER ALWAYS ONLY EVERY ANY WHY HOW WHAT WHO WHEN WHERE THE IS WAS ARE WERE BE STAR TODO TBD NB PS SO DO DID DONE ONE TWO MY WE ME HE SHE IT ITS OUR YOU THEY THEM THIS THAT THESE IF IN ON AT TO OF BY UP AS AN " +
	"CAN WILL MAY HAD HAS HAVE ALSO MORE MOST LESS BEST GOOD BAD NEW OLD FIRST LAST NEXT THEN NOW JUST SAME BOTH EACH SOME WITH FROM INTO OVER AFTER NOTE STOP START END ROOT CAUSE KEY TEAM WORK GOAL PLAN RISK COST TIME DATA USER HIGH LOW BIG FAST TASK STEP ISSUE RESULT ACTION LESSON IMPACT CRITICAL URGENT FAILED WRONG EXACT EXACTLY ZERO FULL LIVE OPEN OUT OFF ACT LET GET GOT SAID SAY SEE WANT NEED ASK TRY USE RUN SET ADD PUT MAKE MADE TOOK TAKE"

// productList holds products and projects that the public knows; names of one
// word, or the first word of a name.
const productList = "aws amazon azure microsoft google gcp github gitlab bitbucket jira confluence slack teams zoom notion trello asana linear figma miro kubernetes docker terraform ansible puppet chef jenkins circleci argo argocd helm prometheus grafana datadog splunk " +
	"elastic elasticsearch kibana logstash kafka rabbitmq redis memcached postgres postgresql mysql mariadb mongodb mongo cassandra dynamodb snowflake bigquery redshift databricks spark hadoop airflow dbt looker tableau excel powerpoint word outlook sharepoint " +
	"salesforce sap oracle servicenow zendesk workday okta auth0 ping cloudflare akamai fastly nginx apache tomcat linux ubuntu debian windows macos android ios iphone java javascript typescript python golang rust ruby rails django flask react angular vue svelte node nodejs express spring hibernate kotlin swift scala php laravel wordpress drupal shopify magento stripe paypal twilio sendgrid " +
	"mailchimp hubspot lambda s3 ec2 rds cloudformation cloudwatch cloudfront fargate firebase heroku vercel netlify pagerduty opsgenie sentry newrelic dynatrace appdynamics sonarqube snyk veracode checkmarx burp nessus qualys tenable crowdstrike sentinelone carbonblack wireshark metasploit nmap zap semgrep codeql dependabot renovate vault keycloak openssl openssh git maven gradle npm yarn webpack babel jest cypress selenium playwright postman swagger openapi graphql grpc thrift protobuf " +
	"tensorflow pytorch keras sklearn scikit-learn pandas numpy opencv openai chatgpt claude gemini copilot llama vmware citrix cisco juniper fortinet mcafee symantec sophos bitlocker defender sentinel intune entra android-studio xcode eclipse intellij vscode vim emacs hadoop hive presto trino flink storm solr lucene neo4j influxdb timescaledb cockroachdb etcd consul nomad istio envoy linkerd openshift rancher eks ecs gke aks unity unreal blender photoshop illustrator autocad matlab jupyter"
