// Cuts files into objects as kubectl does (the resource builder's StreamVisitor), so that a test can hold our reading
// against it: a JSON array of texts on stdin; on stdout, in the same order, {values, error}: the objects that were read
// before the end or the first error.
package main

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"strings"

	"k8s.io/apimachinery/pkg/util/yaml"
)

type result struct {
	Values []json.RawMessage `json:"values"`
	Error  string            `json:"error,omitempty"`
}

func main() {
	var texts []string
	if err := json.NewDecoder(os.Stdin).Decode(&texts); err != nil {
		panic(err)
	}
	results := make([]result, len(texts))
	for i, text := range texts {
		results[i] = read(text)
	}
	if err := json.NewEncoder(os.Stdout).Encode(results); err != nil {
		panic(err)
	}
}

func read(text string) result {
	decoder := yaml.NewYAMLOrJSONDecoder(strings.NewReader(text), 4096)
	all := result{Values: []json.RawMessage{}}
	for {
		var raw json.RawMessage
		if err := decoder.Decode(&raw); err != nil {
			if !errors.Is(err, io.EOF) {
				all.Error = err.Error()
			}
			return all
		}
		// What is empty is passed over.
		trimmed := strings.TrimSpace(string(raw))
		if trimmed == "" || trimmed == "null" {
			continue
		}
		all.Values = append(all.Values, raw)
	}
}
