// A client and servers around trpc-go; test/real/peers/peer.ts says what goes in and comes out.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"sync"
	"syscall"
)

func main() {
	err := takeOutput()
	if err != nil {
		panic(err)
	}
	switch {
	case len(os.Args) > 2 && os.Args[1] == "serve":
		err = serve(os.Args[2:])
	case len(os.Args) == 2 && os.Args[1] == "call":
		err = call(os.Stdin)
	default:
		err = fmt.Errorf("serve NAME… or call, not %q", os.Args[1:])
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

var (
	output sync.Mutex
	lines  *os.File
)

// takeOutput keeps the standard output for our lines: what trpc-go logs there goes to the standard error.
func takeOutput() error {
	own, err := syscall.Dup(1)
	if err != nil {
		return err
	}
	lines = os.NewFile(uintptr(own), "lines")
	return syscall.Dup3(2, 1, 0)
}

// printLine prints one JSON value a line.
func printLine(value any) {
	line, err := json.Marshal(value)
	if err != nil {
		panic(err)
	}
	output.Lock()
	defer output.Unlock()
	_, _ = lines.Write(append(line, '\n'))
}

func readLines(from io.Reader, each func(line []byte) error) error {
	scanner := bufio.NewScanner(from)
	scanner.Buffer(nil, 1<<24)
	for scanner.Scan() {
		if err := each(append([]byte(nil), scanner.Bytes()...)); err != nil {
			return err
		}
	}
	return scanner.Err()
}

// texts are the values of trans_info as text.
func texts(values map[string][]byte) map[string]string {
	all := make(map[string]string, len(values))
	for key, value := range values {
		all[key] = string(value)
	}
	return all
}
