package secret

import (
	"bytes"
	"net/netip"
	"strconv"
	"strings"
	"sync"
)

// documented reports a host that is reserved for examples, or the machine itself.
func documented(host []byte) bool {
	name, _, _ := strings.Cut(strings.ToLower(string(host)), ":")
	for _, reserved := range [...]string{"example", "localhost", ".test", ".invalid", "localhost.localdomain"} {
		if strings.HasSuffix(name, reserved) {
			return true
		}
	}
	return strings.Contains(name, "example.") || strings.Contains(name, "yourcompany") || strings.Contains(name, "your-company")
}

// webhook reports an address whose path is the secret.
func webhook(host, path string) bool {
	switch {
	case host == "hooks.slack.com":
		return strings.HasPrefix(path, "/services/T")
	case strings.HasSuffix(host, "discord.com") || strings.HasSuffix(host, "discordapp.com"):
		return strings.HasPrefix(path, "/api/webhooks/")
	}
	return strings.HasSuffix(host, ".webhook.office.com")
}

// internalLink reports the address of a page that only an employer's people
// reach.
func internalLink(host []byte, path string) bool {
	name, _, _ := strings.Cut(strings.ToLower(string(host)), ":")
	switch name {
	case "docs.google.com", "drive.google.com":
		return strings.Contains(path, "/d/") || strings.Contains(path, "/folders/")
	}
	if address, err := netip.ParseAddr(name); err == nil {
		return ofSomebody(address)
	}
	return strings.IndexByte(name, '.') < 0 && len(name) > 1 && isLetter(name[0]) && !sampleHosts()[name] || internalHost(name)
}

// host looks at a name with stops, with or without a path behind it.
func (f *finder) host(start, end int) bool {
	n := run(f.text[start:end], func(c byte) bool { return isLower(c) || isDigit(c) || c == '.' || c == '-' })
	if stop := start + n; stop < end && bytes.IndexByte([]byte(":/)\"'`,;]"), f.text[stop]) < 0 {
		return false
	}
	if first := bytes.IndexByte(f.text[start:start+n], '.'); first < 1 || start > 0 && bytes.IndexByte([]byte(":/@_"), f.text[start-1]) >= 0 {
		return false
	}
	if name := string(bytes.TrimRight(f.text[start:start+n], ".-")); !documented([]byte(name)) && internalHost(name) {
		return f.add(start, start+len(name), Internal, "internal host")
	}
	return false
}

// internalHost reports the name of a machine or a service inside a company.
func internalHost(name string) bool {
	labels := strings.Count(name, ".") + 1
	first, rest, _ := strings.Cut(name, ".")
	last := name[strings.LastIndexByte(name, '.')+1:]
	switch {
	case labels < 2 || packages()[first] || everywhere()[name]:
		return false
	case privateDomains()[last]:
		return labels > 2 || count([]byte(first), isDigit) > 0 || last != "local" && strings.Contains(first, "-") || servers()[first]
	case labels > 3 && (strings.Contains(name, ".corp.") || strings.Contains(name, ".internal.") || strings.Contains(name, ".intranet.")):
		return true
	case labels > 2 && servers()[first] && last == "com" && !openDomains()[rest]:
		return true
	}
	return tenant(name, first)
}

// tenant reports a host that a service gives to one customer: its name is that of
// the customer, or of a machine.
func tenant(name, first string) bool {
	for _, service := range tenants() {
		if strings.HasSuffix(name, service) && len(name) > len(service) && !openLabels()[first] {
			return true
		}
	}
	return false
}

func lazy(words string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool { return set(words) })
}

var (
	privateDomains = lazy("internal corp intra intranet lan local localdomain consul")
	packages       = lazy("com org net io java javax jdk sun docker-compose appsettings settings config application main test index pkg") // of code, and files of settings
	everywhere     = lazy("metadata.google.internal host.docker.internal gateway.docker.internal kubernetes.default.svc.cluster.local svc.cluster.local")
	servers        = lazy("jira confluence wiki intranet sharepoint jenkins grafana kibana splunk vpn vault artifactory nexus sonar sonarqube argocd rancher gitlab git bitbucket svn bamboo ci build db mail ldap dc proxy admin internal corp staging prod")
	openDomains    = lazy("atlassian.com google.com microsoft.com amazon.com aws.amazon.com oracle.com redhat.com gitlab.com github.com ibm.com hashicorp.com splunk.com grafana.com jetbrains.com")
	openLabels     = lazy("www api app apps status docs help support developer developers hooks login files id auth community blog my")
	tenants        = sync.OnceValue(func() []string {
		return strings.Fields(".atlassian.net .sharepoint.com .okta.com .slack.com .service-now.com .zendesk.com .my.salesforce.com .lightning.force.com .onmicrosoft.com .rds.amazonaws.com .elb.amazonaws.com .compute.amazonaws.com .cache.amazonaws.com .database.windows.net .blob.core.windows.net .vault.azure.net .mongodb.net .snowflakecomputing.com")
	})
)

// share looks for the name of a folder that a server shares, \\server\folder.
func (f *finder) share(start, end int) bool {
	word := f.text[start:end]
	if !bytes.HasPrefix(word, []byte(`\\`)) {
		return false
	}
	server, folder, ok := bytes.Cut(word[2:], []byte(`\`))
	if !ok || len(server) < 2 || len(folder) < 2 || run(server, isDotted) != len(server) {
		return false
	}
	return f.add(start, end, Internal, "internal address")
}

// address looks for the address of a machine, IPv4 or IPv6.
func (f *finder) address(start, end int) bool {
	n := run(f.text[start:end], func(c byte) bool { return isHex(c) || c == '.' || c == ':' || c == '/' || c == '-' })
	if start+n < end && isAlnum(f.text[start+n]) {
		return false
	}
	text := string(f.text[start : start+n])
	if from, to, ok := strings.Cut(text, "-"); ok && strings.Count(to, ".") == 3 {
		text = from // a range
	}
	if real, length := realAddress(text); real && !f.version(start, text) && (!private(text) || f.ofMachine(start, start+length)) {
		return f.add(start, start+length, Internal, "IP address")
	}
	return false
}

// private reports an address of a private network, which nobody outside can reach:
// it is of interest beside a machine only.
func private(text string) bool {
	host := text[:run([]byte(text), func(c byte) bool { return c == '.' || isDigit(c) })]
	address, err := netip.ParseAddr(strings.TrimRight(host, "."))
	return err == nil && address.IsPrivate()
}

// machineReach is how many words beside a private address are looked at.
const machineReach = 3

// ofMachine reports whether a private address is that of a machine: a port follows
// it, or a word beside it says which. What every home has is nobody's.
func (f *finder) ofMachine(start, end int) bool {
	host := f.text[start : start+run(f.text[start:end], func(c byte) bool { return c == '.' || isDigit(c) })]
	if everyHome()[string(host)] {
		return false
	}
	if rest := f.text[start+len(host) : end]; len(rest) > 1 && rest[0] == ':' {
		return true
	}
	var into [16]byte
	for at, n := start, 0; n < machineReach; n++ {
		word, from := f.previous(at)
		if len(word) == 0 || bytes.HasSuffix(word, []byte(".")) {
			break
		}
		if hosts()[string(lower(word, &into))] {
			return true
		}
		at = from
	}
	for at, n := end, 0; n < machineReach-1 && at < len(f.text); n++ {
		word, to := f.next(at)
		if hosts()[string(lower(word, &into))] {
			return true
		}
		if at = to; bytes.ContainsAny(word, ".;") {
			break
		}
	}
	return false
}

// realAddress reports whether a text begins with an address that could be
// somebody's, and its length with the port or the size of the network.
func realAddress(text string) (is bool, length int) {
	text = strings.TrimRight(text, ".:/")
	host, bits, masked := strings.Cut(text, "/")
	if strings.Count(host, ":") == 1 {
		host, _, _ = strings.Cut(host, ":")
	}
	if strings.Count(host, ":") > 1 && count([]byte(host), isDigit) == 0 {
		return false, 0
	}
	address, err := netip.ParseAddr(host)
	if err != nil || !ofSomebody(address) {
		return false, 0
	}
	if !masked {
		return host == text || !address.Is6(), len(text)
	}
	prefix, err := netip.ParsePrefix(host + "/" + bits)
	return err == nil && !wide(prefix), len(text)
}

// wide reports a network that is private by its standard, or everything.
func wide(p netip.Prefix) bool {
	switch p.String() {
	case "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7":
		return true
	}
	return p.Bits() == 0
}

// open are the networks that are for documentation, for the machine itself, or
// known to everybody.
var open = sync.OnceValue(func() (list []netip.Prefix) {
	for text := range strings.FieldsSeq("192.0.2.0/24 198.51.100.0/24 203.0.113.0/24 127.0.0.0/8 0.0.0.0/8 240.0.0.0/4 224.0.0.0/4 169.254.0.0/16 8.8.8.8/32 8.8.4.4/32 1.1.1.1/32 1.0.0.1/32 9.9.9.9/32 2001:db8::/32 3fff::/20 ::1/128 ::/128 fe80::/10 ff00::/8") {
		list = append(list, netip.MustParsePrefix(text))
	}
	return list
})

// ofSomebody reports an address that could belong to a machine of somebody. Four
// figures that begin with one digit are a version or a chapter.
func ofSomebody(address netip.Addr) bool {
	for _, prefix := range open() {
		if prefix.Contains(address) {
			return false
		}
	}
	return address.Is6() || address.As4()[0] >= 10
}

// version reports whether the words before four figures make them a version or
// a chapter: a word for one, or the name of a product at once.
func (f *finder) version(start int, text string) bool {
	var into [16]byte
	for i := range versionReach {
		word, at := f.previous(start)
		if len(word) == 0 || bytes.HasSuffix(word, []byte(".")) {
			break
		}
		small := lower(word, &into)
		switch {
		case versionWords()[string(small)]:
			return true
		case machineWords()[string(small)]:
			return false
		case i == 0 && len(word) > 1 && count(word, isUpper) > 0 && !f.begins(at):
			return true
		}
		start = at
	}
	return lowNumbers(text)
}

// versionMost is the number that no part of most versions reaches: 12.2.0.1. Of the
// public addresses less than one in four thousand has four such parts.
const versionMost = 30

// lowNumbers reports four figures that are all low.
func lowNumbers(text string) bool {
	parts := strings.Split(strings.TrimRight(text, "."), ".")
	for _, part := range parts {
		if n, err := strconv.Atoi(part); err != nil || n >= versionMost {
			return false
		}
	}
	return len(parts) == 4
}

// begins reports whether a sentence or a line begins at a place.
func (f *finder) begins(at int) bool {
	word, start := f.previous(at)
	return len(word) == 0 || bytes.IndexByte(f.text[start:at], '\n') >= 0 || strings.IndexByte(".!?:-*#", word[len(word)-1]) >= 0
}

// versionReach is how many words before an address are looked at: "upgraded from
// 10.2.1.0 to 10.2.1.3".
const versionReach = 4

var (
	versionWords = lazy("version versions v release releases firmware build builds patch driver upgraded upgrade updated update requirement requirements section control clause annex chapter article step")
	hosts        = lazy("host hosts server servers node nodes gateway router switch firewall proxy bastion jump jumphost vm vms machine machines box database db cluster controller printer camera laptop workstation storage nas san vpn dns ldap jenkins vcenter hypervisor appliance sensor plc scada")
	machineWords = lazy("ip ips address addresses host hosts server servers node nodes gateway router subnet network networks range cidr vpn nat dns vm machine machines box device lan vlan firewall traffic port")
)

// card looks for the address of a network card.
func (f *finder) card(start, end int) bool {
	return hardware(f.text[start:end]) && f.add(start, end, Internal, "hardware address")
}

// hardware reports an address of a network card: six pairs, or three groups of
// four as some routers write it. All zeros, all ones and the range that is
// reserved for documentation are none.
func hardware(word []byte) bool {
	step := 3
	if len(word) == 14 {
		step = 5
	}
	if len(word) != 17 && len(word) != 14 || (word[step-1] == '.') != (step == 5) {
		return false
	}
	plain := make([]byte, 0, 12)
	for i, c := range word {
		switch {
		case i%step == step-1 && c == word[step-1] && strings.IndexByte(":-.", c) >= 0:
		case i%step != step-1 && isHex(c):
			plain = append(plain, c|0x20)
		default:
			return false
		}
	}
	switch pairs := string(plain); pairs {
	case strings.Repeat("0", 12), strings.Repeat("f", 12):
		return false
	default:
		return !strings.HasPrefix(pairs, "00005e0053")
	}
}
