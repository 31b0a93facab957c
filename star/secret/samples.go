package secret

import (
	"bytes"
	"strings"
)

// What everybody may publish: numbers that authorities, vendors and manuals give as
// samples, and addresses that every network has.

// sampleCards are the numbers that payment services publish for tests, but for
// those of four different digits or fewer.
var sampleCards = lazy("378282246310005 371449635398431 378734493671000 374245455400126 6011000990139424 4012888888881881 4012000033330026 5200828282828210 5424000000000015 4917484589897107 4917610000000000 " +
	"4462030000000000 2223000048400011 2222420000001113 4035501000000008 5555341244441115 4137894711755904 4988438843884305 4007702835532454")

// sampleDigits is how many different digits the number of a test has at most: 4242
// 4242 4242 4242. Of ten thousand real cards one has as few.
const sampleDigits = 4

func sampleCard(digits string) bool {
	return sampleCards()[digits] || len(set(strings.Join(strings.Split(digits, ""), " "))) <= sampleDigits
}

// sampleSecurity are social security numbers that were printed in advertisements
// and manuals.
var sampleSecurity = lazy("123456789 012345678 078051120 219099999 457555462 111223333 123121234 001010001")

func sampleSecurityNumber(digits string) bool {
	return sampleSecurity()[digits] || strings.Count(digits, digits[:1]) == len(digits)
}

// fictional are the beginnings of British telephone numbers that Ofcom keeps free
// for plays and books, without the zero of the area.
var fictional = [...]string{"2079460", "1632960", "7700900", "1134960", "1144960", "1154960", "1164960", "1174960", "1184960", "1214960", "1314960", "1414960", "1514960", "1614960", "1914980", "28901800", "29201800", "8081570", "9098790", "3069990"}

// fictionalNumber reports a telephone number that nobody has: 555-0100 to 555-0199
// in North America, and those of fictional.
func fictionalNumber(digits string) bool {
	if n := len(digits); n >= 7 && n <= 11 && strings.HasPrefix(digits[n-7:], "55501") {
		return true
	}
	local := strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(digits, "00"), "44"), "0")
	for _, begins := range fictional {
		if strings.HasPrefix(local, begins) {
			return true
		}
	}
	return false
}

// onlyDigits returns the digits of a value.
func onlyDigits(value []byte) string {
	return string(bytes.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, value))
}

// sampleKey reports a key that says of itself that it is an example, as those in
// the manuals of AWS do.
func sampleKey(key []byte) bool { return bytes.Contains(bytes.ToUpper(key), []byte("EXAMPLE")) }

// sampleBucket reports the name of a storage that stands for one.
func sampleBucket(host []byte) bool {
	if bytes.HasSuffix(host, []byte("bucket")) || bytes.Contains(host, []byte("bucket-name")) {
		return true
	}
	for _, begins := range [...]string{"my", "your", "example", "sample", "some-", "the-", "foo", "test-bucket"} {
		if bytes.HasPrefix(host, []byte(begins)) {
			return true
		}
	}
	return false
}

// sampleHosts are names of one word that stand for a machine, or are those of a
// part of any system: http://db:5432.
var sampleHosts = lazy("host hostname server servername myserver myhost domain target site somewhere machine backend frontend api app web webapp website service worker db database redis postgres postgresql mysql mongo mongodb kafka zookeeper rabbitmq nginx proxy gateway cache queue elasticsearch kibana grafana prometheus client auth minio localstack")

// everyHome are the addresses of routers and bridges as they come from the factory.
var everyHome = lazy("192.168.0.0 192.168.0.1 192.168.1.0 192.168.1.1 192.168.1.254 192.168.2.1 192.168.8.1 192.168.88.1 192.168.99.100 192.168.100.1 192.168.178.1 10.0.0.0 10.0.0.1 10.0.0.138 10.0.2.2 10.0.2.15 10.96.0.1 172.16.0.1 172.17.0.0 172.17.0.1 172.18.0.1")
