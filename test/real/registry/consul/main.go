// The Consul server of the real-part tests: HashiCorp's own agent (1.14, the last line under the MPL), without its other commands.
package main

import (
	"io"
	"log"
	"os"

	"github.com/hashicorp/consul/command/agent"
	"github.com/hashicorp/consul/command/cli"
	"github.com/hashicorp/consul/command/version"
	mcli "github.com/mitchellh/cli"
)

func main() {
	log.SetOutput(io.Discard)
	ui := &cli.BasicUI{BasicUi: mcli.BasicUi{Writer: os.Stdout, ErrorWriter: os.Stderr}}
	if len(os.Args) > 1 && os.Args[1] == "--version" {
		os.Exit(version.New(ui).Run(nil))
	}
	os.Exit(agent.New(ui).Run(os.Args[1:]))
}
