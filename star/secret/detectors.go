package secret

import (
	"bytes"
	"net/netip"
	"regexp"
	"strings"
	"sync"
)

type kind struct {
	name  string
	class Class
}

// detector knows one shape of a word. Its expression is compiled when a word
// first passes the cheap tests.
type detector struct {
	kind
	wants  shape  // characters that it has
	least  int    // its length at least
	begins string // how it begins
	expr   func() *regexp.Regexp
	is     func(word []byte) bool // a last test
}

func (d *detector) match(word []byte) (from, to int, ok bool) {
	place := d.expr().FindIndex(word)
	if place == nil || d.is != nil && !d.is(word[place[0]:place[1]]) {
		return 0, 0, false
	}
	return place[0], place[1], true
}

func expr(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

func key(name string, wants shape, begins, pattern string) detector {
	return detector{kind{name, Credential}, wants, 10, begins, expr("^" + pattern), nil}
}

var detectors = []detector{
	key("AWS access key", upper|digit, "A", `(AKIA|ASIA|AGPA|AIDA|AROA|ANPA)[A-Z0-9]{16}\b`),
	key("GitHub token", underscore, "gh", `gh[pousr]_[A-Za-z0-9]{30,}`),
	key("GitHub token", underscore, "github_pat_", `github_pat_[A-Za-z0-9_]{22,}`),
	key("GitLab token", dash, "glpat-", `glpat-[A-Za-z0-9_-]{20,}`),
	key("Slack token", dash, "xox", `xox[abeprs]-[A-Za-z0-9-]{10,}`),
	key("Slack webhook", slash, "https://hooks.slack.com/", `https://hooks\.slack\.com/services/T\w+/B\w+/\w+`),
	key("Discord webhook", slash, "https://", `https://(\w+\.)?discord(app)?\.com/api/webhooks/\d+/[\w-]+`),
	key("Stripe key", underscore, "", `[spr]k_(live|test)_[A-Za-z0-9]{16,}`),
	key("Google API key", upper, "AIza", `AIza[0-9A-Za-z_-]{35}`),
	key("Google token", dot, "ya29.", `ya29\.[\w-]{20,}`),
	key("npm token", underscore, "npm_", `npm_[A-Za-z0-9]{30,}`),
	key("PyPI token", dash, "pypi-", `pypi-[A-Za-z0-9_-]{40,}`),
	key("SendGrid key", dot, "SG.", `SG\.[\w-]{16,}\.[\w-]{16,}`),
	key("Twilio key", digit, "", `(AC|SK)[0-9a-f]{32}\b`),
	key("Mailgun key", dash, "key-", `key-[0-9a-z]{32}\b`),
	key("API key", dash, "sk-", `sk-(proj-|ant-|or-)?[A-Za-z0-9_-]{20,}`),
	key("Hugging Face token", underscore, "hf_", `hf_[A-Za-z0-9]{30,}`),
	key("Docker token", underscore, "dckr_pat_", `dckr_pat_[\w-]{20,}`),
	key("DigitalOcean token", underscore, "do", `do[opr]_v1_[0-9a-f]{64}`),
	key("Shopify token", underscore, "shp", `shp(at|ss|ca|pa)_[0-9a-fA-F]{32}`),
	key("Telegram token", colon|digit, "", `\d{8,10}:AA[\w-]{32,}`),
	key("JSON web token", dot, "eyJ", `eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]*`),
	key("private key", dash, "-----BEGIN", `-----BEGIN`),
	key("address with a password", colon|slash|at, "", `[a-z][a-z0-9+.-]*://[^/\s:@]+:[^/\s@]+@\S+`),
	{kind{"connection string", Credential}, equals, 12, "", expr(`(?i)\b(password|pwd|accountkey|sharedaccesskey)=([^;\s"'<*]{6,})`), nil},
	{kind{"password", Credential}, equals, 10, "", expr(`(?i)\b(passwd|passphrase|secret|client_secret|api_?key|access_?key|auth_?token|token|aws_secret_access_key)=["']?([^\s"'<*&;]{8,})`), hasDigit},
	{kind{"password", Credential}, colon, 10, "", expr(`(?i)\b(password|passwd|pwd|passphrase|client_secret|api_?key|auth_?token):["']?([^\s"'<*&;/]{6,})`), hasDigit},
	{kind{"secret key", Credential}, upper | lower | digit | slash, 40, "", expr(`^[A-Za-z0-9/+]{40}$`), hasDigit},
	{kind{"e-mail address", Personal}, at | dot, 6, "", expr(`[A-Za-z0-9][\w.+-]*@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+`), realMail},
	{kind{"social security number", Personal}, digit | dash, 11, "", expr(`^\d{3}-\d{2}-\d{4}$`), realSSN},
	{kind{"national insurance number", Personal}, digit | upper, 9, "", expr(`^[A-CEGHJ-PR-TW-Z]{2}\d{6}[A-D]$`), nil},
	{kind{"bank account", Personal}, digit | upper, 15, "", expr(`^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$`), validIBAN},
	{kind{"cloud account", Internal}, colon | digit, 20, "arn:", expr(`^arn:aws[\w-]*:[^:]*:[^:]*:\d{12}:`), nil},
	{kind{"hardware address", Internal}, colon | digit, 17, "", expr(`^([0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}$`), nil},
	{kind{"hardware address", Internal}, dash | digit, 17, "", expr(`^([0-9A-Fa-f]{2}-){5}[0-9A-Fa-f]{2}$`), nil},
	{kind{"IP address", Internal}, dot | digit, 7, "", expr(`^\d{1,3}(\.\d{1,3}){3}(/\d+|:\d+)?$`), realAddress},
	{kind{"IP address", Internal}, colon | digit, 6, "", expr(`^[0-9a-fA-F]{1,4}:[0-9a-fA-F:]*:[0-9a-fA-F:]*(/\d+)?$`), realAddress},
	{kind{"internal address", Internal}, colon | slash | dot, 12, "http", expr(`^https?://(jira|wiki|confluence|intranet|internal|gitlab|git|jenkins|grafana|kibana|splunk|vpn|sharepoint|admin|corp|go)[.-][\w.-]+\.[a-z]{2,}`), realHost},
	{kind{"storage address", Internal}, colon | slash, 12, "", expr(`^(s3|gs|wasbs?|abfss?)://[\w.-]+/\S*`), nil},
	{kind{"internal host", Internal}, dot, 8, "", expr(`\b[a-z0-9][\w-]*(\.[\w-]+)*\.(internal|corp|intra|intranet|lan|local|localdomain)\b`), realHost},
	{kind{"ticket number", Internal}, dash | digit | upper, 6, "", expr(`^[A-Z]{2,9}-\d{2,7}$`), realTicket},
}

func hasDigit(word []byte) bool { return bytes.ContainsAny(word, "0123456789") }

// realMail leaves out the domains that are reserved for examples.
func realMail(word []byte) bool {
	_, domain, _ := strings.Cut(strings.ToLower(string(word)), "@")
	for _, reserved := range []string{"example.com", "example.org", "example.net", ".example", ".test", ".invalid", "localhost"} {
		if strings.HasSuffix(domain, reserved) {
			return false
		}
	}
	last := domain[strings.LastIndexByte(domain, '.')+1:]
	return len(last) >= 2 && !hasDigit([]byte(last))
}

// realSSN leaves out the areas that were never given.
func realSSN(word []byte) bool {
	area := string(word[:3])
	return area != "000" && area != "666" && area[0] != '9' && string(word[4:6]) != "00" && string(word[7:]) != "0000"
}

// validIBAN checks the two digits that stand behind the country.
func validIBAN(word []byte) bool {
	rest := 0
	for _, c := range append(append([]byte{}, word[4:]...), word[:4]...) {
		switch {
		case c >= '0' && c <= '9':
			rest = (rest*10 + int(c-'0')) % 97
		default:
			rest = (rest*100 + int(c-'A') + 10) % 97
		}
	}
	return rest == 1
}

// public are the networks that are for documentation, for oneself, or known to
// everybody.
var public = sync.OnceValue(func() (list []netip.Prefix) {
	for _, text := range strings.Fields("192.0.2.0/24 198.51.100.0/24 203.0.113.0/24 127.0.0.0/8 0.0.0.0/8 255.0.0.0/8 224.0.0.0/4 169.254.0.0/16 8.8.8.8/32 8.8.4.4/32 1.1.1.1/32 1.0.0.1/32 9.9.9.9/32 2001:db8::/32 ::1/128 ::/128 fe80::/10 ff00::/8") {
		list = append(list, netip.MustParsePrefix(text))
	}
	return list
})

// realAddress reports an address of a machine that could be somebody's.
func realAddress(word []byte) bool {
	text, bits, masked := strings.Cut(string(word), "/")
	if masked && strings.Trim(bits, "0") == "" {
		return false
	}
	if host, _, ok := strings.Cut(text, ":"); ok && strings.Count(text, ":") == 1 {
		text = host
	}
	address, err := netip.ParseAddr(text)
	if err != nil || masked && strings.HasSuffix(text, ".0.0.0") {
		return false
	}
	for _, prefix := range public() {
		if prefix.Contains(address) {
			return false
		}
	}
	first, _, _ := strings.Cut(text, ".")
	return strings.Contains(text, ":") || len(first) > 1 // 1.2.3.4 is a version
}

// realHost leaves out names that are used in examples.
func realHost(word []byte) bool {
	return !bytes.Contains(word, []byte("example")) && !bytes.HasPrefix(word, []byte("localhost."))
}

// realTicket leaves out the standards, ciphers and models that look like tickets.
func realTicket(word []byte) bool {
	prefix, _, _ := bytes.Cut(word, []byte("-"))
	return !standards[string(prefix)]
}

var standards = func() map[string]bool {
	set := map[string]bool{}
	for name := range strings.FieldsSeq("AES SHA DES RSA ECC ECDSA ED CRC CVE CWE CAPEC RFC ISO IEC UTF COVID HTTP HTTPS HTTP GPT TLS SSL PCI SOC IPV ECMA ANSI IEEE NIST FIPS SP PEP JSR JEP ADR OWASP ASVS RAID SARS MS DSA GHSA RHSA USN " +
		"MD BASE LLAMA US EU UK FY CY MIL STD EN DIN BS AS NZS ASTM API HIPAA GDPR CMMC DO SAE UN LTE MPEG MP AAC CD DVD USB PCIE DDR LGA AM RTX GTX ARM ARMV SM WPA WEP DH BGP AS VLAN RJ CAT CHACHA POLY BLAKE SIPHASH ARGON XTS GCM CBC TC IBM AS CIS CSA CCM SLSA TRL ITAR EAR") {
		set[name] = true
	}
	return set
}()
