package stories

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"starbank/star/prose"
)

// Config is what star.yaml says. The zero value is completed by ParseConfig.
type Config struct {
	Stories    string // folder of the stories, relative to star.yaml
	Principles string // "amazon" or the path of a set
	Questions  string // the path of questions beside those of the program, or ""
	Target     Target
	Speaking   Speaking
	Check      Check
	Allow      []string // names that are not confidential
	Deny       []string // names that are
	Loop       []Interviewer
}

// Target is the job that the stories are for.
type Target struct {
	Role                string
	Level               string
	LevelGiven          bool // star.yaml states the level; else L5 is meant
	StoriesPerPrinciple int
}

// Speaking is how the owner of the bank speaks.
type Speaking struct {
	WordsPerMinute int
	Minutes        [2]float64 // shortest and longest first answer
}

// Check says how findings are judged.
type Check struct {
	FailOn string
	Rules  []RuleSetting
	Known  []string // acronyms and names that need no explanation
}

// RuleSetting is the severity given to a rule; Line is its place in star.yaml.
type RuleSetting struct {
	Rule, Severity string
	Line           int
}

// Interviewer is somebody of the loop.
type Interviewer struct {
	Name       string
	Kind       string   // "" or one of [InterviewKinds]
	Principles []string // as written; none where they are not known
	Line       int      // in star.yaml
}

// InterviewKinds lists the kinds of interviews.
func InterviewKinds() []string { return []string{"screen", "technical", "behavioral"} }

// DefaultConfig returns what holds where star.yaml says nothing.
func DefaultConfig() Config {
	return Config{
		Stories: "stories", Principles: "amazon",
		Target:   Target{Role: "security-engineer", Level: "L5", StoriesPerPrinciple: 2},
		Speaking: Speaking{WordsPerMinute: 140, Minutes: [2]float64{1.5, 3}},
		Check:    Check{FailOn: "warning"},
	}
}

// ConfigError is a mistake in star.yaml with its line.
type ConfigError struct {
	Line    int
	Message string
}

// Error returns "LINE: message".
func (e *ConfigError) Error() string { return fmt.Sprintf("%d: %s", e.Line, e.Message) }

func mistake(node *yaml.Node, format string, args ...any) error {
	return &ConfigError{max(1, node.Line), fmt.Sprintf(format, args...)}
}

// ParseConfig reads star.yaml strictly: an unknown key or value is a
// [ConfigError] that names the nearest known one.
func ParseConfig(source []byte) (Config, error) {
	config := DefaultConfig()
	var document yaml.Node
	if err := yaml.Unmarshal(source, &document); err != nil {
		return config, &ConfigError{yamlLine(err), strings.TrimPrefix(err.Error(), "yaml: ")}
	}
	if len(document.Content) == 0 {
		return config, nil
	}
	return config, config.fields().read(document.Content[0], "")
}

// yamlLine takes the line out of an error of the YAML parser.
func yamlLine(err error) int {
	_, rest, _ := strings.Cut(err.Error(), "line ")
	number, _, _ := strings.Cut(rest, ":")
	line, _ := strconv.Atoi(number)
	return max(1, line)
}

// fields maps the keys of a mapping to what reads their values.
type fields map[string]func(*yaml.Node) error

func (c *Config) fields() fields {
	return fields{
		"stories":    text(&c.Stories),
		"principles": text(&c.Principles),
		"questions":  text(&c.Questions),
		"target": fields{
			"role": text(&c.Target.Role), "level": c.level,
			"stories_per_principle": number(&c.Target.StoriesPerPrinciple, 1, 9),
		}.nested("target"),
		"speaking": fields{
			"words_per_minute": number(&c.Speaking.WordsPerMinute, 60, 300), "minutes": c.minutes,
		}.nested("speaking"),
		"check": fields{
			"fail_on": choice(&c.Check.FailOn, "error", "warning", "info"), "rules": c.rules, "known": texts(&c.Check.Known),
		}.nested("check"),
		"confidential": fields{"allow": texts(&c.Allow), "deny": texts(&c.Deny)}.nested("confidential"),
		"loop":         c.loop,
	}
}

func (f fields) nested(key string) func(*yaml.Node) error {
	return func(node *yaml.Node) error { return f.read(node, key) }
}

func (f fields) read(node *yaml.Node, within string) error {
	if node.Tag == "!!null" {
		return nil
	}
	if node.Kind != yaml.MappingNode {
		return mistake(node, "%s wants keys with values", orFile(within))
	}
	for i := 0; i+1 < len(node.Content); i += 2 {
		key := node.Content[i]
		read, ok := f[key.Value]
		if !ok {
			return mistake(key, "unknown key %q in %s%s", key.Value, orFile(within), Suggest(key.Value, f.known()))
		}
		if err := read(node.Content[i+1]); err != nil {
			return err
		}
	}
	return nil
}

func orFile(key string) string {
	if key == "" {
		return Settings
	}
	return key
}

func (f fields) known() []string {
	var names []string
	for name := range f {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// Suggest ends a message about an unknown word: with the nearest known one, or
// with the list of all where that is short.
func Suggest(word string, known []string) string {
	best, distance := "", max(2, len(word)/3)+1
	for _, name := range known {
		d := prose.Distance(strings.ToLower(word), name)
		if len(word) > 2 && strings.HasPrefix(name, word) {
			d = 1
		}
		if d < distance {
			best, distance = name, d
		}
	}
	if best != "" {
		return fmt.Sprintf("; did you mean %q?", best)
	}
	if len(known) == 0 || len(known) > 12 {
		return ""
	}
	return "; known are " + strings.Join(known, ", ")
}

func text(to *string) func(*yaml.Node) error {
	return func(node *yaml.Node) error {
		if node.Kind != yaml.ScalarNode || node.Value == "" {
			return mistake(node, "want a text")
		}
		*to = node.Value
		return nil
	}
}

func texts(to *[]string) func(*yaml.Node) error {
	return func(node *yaml.Node) error {
		*to = nil
		for _, item := range node.Content {
			*to = append(*to, item.Value)
		}
		if node.Kind != yaml.SequenceNode {
			return mistake(node, "want a list")
		}
		return nil
	}
}

func choice(to *string, known ...string) func(*yaml.Node) error {
	return func(node *yaml.Node) error {
		if !slices.Contains(known, node.Value) {
			return mistake(node, "unknown value %q%s", node.Value, Suggest(node.Value, known))
		}
		*to = node.Value
		return nil
	}
}

func number(to *int, least, most int) func(*yaml.Node) error {
	return func(node *yaml.Node) error {
		n, err := strconv.Atoi(node.Value)
		if err != nil || n < least || n > most {
			return mistake(node, "%q is not a number from %d to %d", node.Value, least, most)
		}
		*to = n
		return nil
	}
}

func (c *Config) level(node *yaml.Node) error {
	c.Target.LevelGiven = true
	return choice(&c.Target.Level, "L4", "L5", "L6", "L7")(node)
}

func (c *Config) minutes(node *yaml.Node) error {
	var band [2]float64
	if err := node.Decode(&band); err != nil || len(node.Content) != 2 || band[0] < 0 || band[1] <= band[0] || band[1] > 60 {
		return mistake(node, "minutes wants the shortest and the longest answer, as in [1.5, 3]")
	}
	c.Speaking.Minutes = band
	return nil
}

// rules reads the severities of rules. The names are checked by those who know
// the rules.
func (c *Config) rules(node *yaml.Node) error {
	if node.Kind != yaml.MappingNode {
		return mistake(node, "rules wants names with severities, as in {result-no-metric: error}")
	}
	for i := 0; i+1 < len(node.Content); i += 2 {
		key := node.Content[i]
		setting := RuleSetting{Rule: key.Value, Line: key.Line}
		if err := choice(&setting.Severity, "error", "warning", "info", "off")(node.Content[i+1]); err != nil {
			return err
		}
		c.Check.Rules = append(c.Check.Rules, setting)
	}
	return nil
}

func (c *Config) loop(node *yaml.Node) error {
	if node.Kind != yaml.SequenceNode {
		return mistake(node, "loop wants a list of interviewers")
	}
	for _, item := range node.Content {
		who := Interviewer{Line: item.Line}
		read := fields{"interviewer": text(&who.Name), "kind": choice(&who.Kind, InterviewKinds()...), "principles": texts(&who.Principles)}
		if err := read.read(item, "loop"); err != nil {
			return err
		}
		if who.Name == "" {
			return mistake(item, "an interviewer of the loop has no name; write interviewer: NAME")
		}
		c.Loop = append(c.Loop, who)
	}
	return nil
}
