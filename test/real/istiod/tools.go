//go:build tools

// Package istiod names the istiod that the tests of the real mesh build (script/real-parts.sh): the program
// istio.io/istio/pilot/cmd/pilot-discovery at the version of go.mod.
package istiod

import _ "istio.io/istio/pilot/cmd/pilot-discovery"
