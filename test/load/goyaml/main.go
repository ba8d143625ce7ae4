// Reads documents as Kubernetes does, so that a test can hold our reading against it: a JSON array of YAML texts on
// stdin, a JSON array of {json} or {error} on stdout, in the same order.
package main

import (
	"encoding/json"
	"os"

	"sigs.k8s.io/yaml"
)

type result struct {
	JSON  json.RawMessage `json:"json,omitempty"`
	Error string          `json:"error,omitempty"`
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

func read(text string) (r result) {
	converted, err := yaml.YAMLToJSON([]byte(text))
	if err != nil {
		return result{Error: err.Error()}
	}
	return result{JSON: converted}
}
