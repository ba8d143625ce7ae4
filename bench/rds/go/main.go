// The two other sides of the benchmark of `rds serve`: a snapshot server of go-control-plane, and the client that
// measures it and ours alike.
package main

import (
	"fmt"
	"os"
)

func main() {
	var err error
	switch {
	case len(os.Args) > 1 && os.Args[1] == "server":
		err = serve(os.Args[2:])
	case len(os.Args) > 1 && os.Args[1] == "client":
		err = measure(os.Args[2:])
	default:
		err = fmt.Errorf("usage: rds-bench server|client FLAGS")
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
