package stories

import (
	"strings"

	"gopkg.in/yaml.v3"
)

// ParseTicks reads what of a checklist is done: a mapping of its items to the days on
// which they were, as in news: 2026-11-26. A mistake is a [ConfigError].
func ParseTicks(source []byte, items []string) (map[string]string, error) {
	var document yaml.Node
	if err := yaml.Unmarshal(source, &document); err != nil {
		return nil, &ConfigError{yamlLine(err), strings.TrimPrefix(err.Error(), "yaml: ")}
	}
	ticks, known := map[string]string{}, fields{}
	for _, item := range items {
		known[item] = func(node *yaml.Node) error {
			var done string
			err := day(&done)(node)
			ticks[item] = done
			return err
		}
	}
	if len(document.Content) == 0 {
		return ticks, nil
	}
	return ticks, known.read(document.Content[0], "prep.yaml")
}
