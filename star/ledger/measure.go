package ledger

import (
	"math"
	"strings"

	"starbank/star/prose"
)

// measure is a figure in numbers: what kind of quantity it is, how much of it,
// and how exactly that was written.
type measure struct {
	dimension string  // "duration", "bytes", "percent", "count", "x", or a currency
	low, high float64 // in seconds, bytes or ones
	step      float64 // the place of the last digit that is not a rounded nought
	rounded   bool    // written with noughts at the end that may stand for rounding
	unit      string  // as written, so that days compared with weeks pass more easily
	bound     prose.Bound
}

func measureOf(t *prose.Text, f *prose.Figure) measure {
	m := measure{low: f.Value, high: f.High, bound: f.Bound, unit: f.Unit}
	factor := 1.0
	switch f.Kind {
	case prose.Duration:
		m.dimension, factor = "duration", seconds[f.Unit]
		if factor == 0 {
			m.dimension, factor = f.Unit, 1 // nights, sprints
		}
	case prose.Money:
		m.dimension = currency(t.Slice(f.Range))
	case prose.Percent:
		m.dimension = "percent"
	case prose.Ratio:
		m.dimension = "x" + f.Unit
	default:
		m.dimension = "count"
		if bytes[f.Unit] > 0 {
			m.dimension, factor = "bytes", bytes[f.Unit]
		}
	}
	m.step, m.rounded = step(t.Source[t.Words[f.First].Start:t.Words[f.First].End], f.Value)
	m.low, m.high, m.step = m.low*factor, m.high*factor, m.step*factor
	return m
}

var seconds = map[string]float64{"millisecond": 1e-3, "second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 7 * 86400,
	"month": 30.44 * 86400, "quarter": 91.3 * 86400, "year": 365.25 * 86400, "decade": 3652.5 * 86400}

var bytes = map[string]float64{"kb": 1e3, "mb": 1e6, "gb": 1e9, "tb": 1e12, "pb": 1e15, "kib": 1e3, "mib": 1e6, "gib": 1e9, "tib": 1e12}

// currency returns the sign that an amount is written with, or the word.
func currency(text string) string {
	for _, c := range [...][2]string{{"€", "€"}, {"£", "£"}, {"₹", "₹"}, {"¥", "¥"}, {"eur", "€"}, {"gbp", "£"}, {"pound", "£"}, {"inr", "₹"}, {"rupee", "₹"}} {
		if strings.Contains(strings.ToLower(text), c[0]) {
			return c[1]
		}
	}
	return "$"
}

// step returns the place value of the last digit of a numeral that says
// something. Of 410,000 it is 10,000: the rest may be rounding.
func step(numeral string, value float64) (place float64, rounded bool) {
	digits, scale := numeral, 1.0
	if end := strings.IndexFunc(numeral, func(r rune) bool { return (r < '0' || r > '9') && r != '.' && r != ',' }); end >= 0 {
		digits = numeral[:end]
	}
	if whole, fraction, ok := strings.Cut(digits, "."); ok && whole != "" && fraction != "" {
		if written := parse(digits); written > 0 {
			scale = value / written
		}
		return scale * math.Pow10(-len(fraction)), false
	}
	place = 1
	for value >= 10*place && math.Mod(value, 10*place) == 0 {
		place *= 10
	}
	return place, place > 1
}

func parse(digits string) float64 {
	value, place := 0.0, 0.0
	for _, r := range digits {
		switch {
		case r == '.':
			place = 1
		case r >= '0' && r <= '9' && place > 0:
			place /= 10
			value += float64(r-'0') * place
		case r >= '0' && r <= '9':
			value = 10*value + float64(r-'0')
		}
	}
	return value
}

// How far two figures may lie apart and still be one, told once exactly and once
// in round numbers.
const (
	roundNoughts  = 0.05 // 410,000 for 412,331
	roundDecimals = 0.12 // 40 for 39.6, 5 for 4.6
	approximate   = 0.25 // "about 40" for 33
	otherUnit     = 0.35 // "five days" for "a week", "6 weeks" for "a month and a half"
)

// agrees reports whether two figures of one dimension can be the same value.
func (m *measure) agrees(o *measure) bool {
	if m.dimension != o.dimension {
		return false
	}
	if m.low <= o.high && o.low <= m.high {
		return true // equal, or ranges that overlap
	}
	small, large := m, o
	if m.low > o.low {
		small, large = o, m
	}
	apart := (large.low - small.high) / large.low
	switch {
	case small.bound == prose.AtLeast && large.bound != prose.AtLeast, large.bound == prose.AtMost && small.bound != prose.AtMost:
		return true
	case m.bound == prose.About || o.bound == prose.About:
		return apart <= approximate
	case m.unit != o.unit && m.dimension == "duration":
		return apart <= otherUnit
	}
	coarse, fine := m, o
	if o.step > m.step {
		coarse, fine = o, m
	}
	switch {
	case coarse.step <= fine.step:
		return false
	case coarse.rounded:
		return apart <= roundNoughts
	}
	return apart <= roundDecimals && math.Abs(m.low-o.low) <= coarse.step/2*1.001
}
