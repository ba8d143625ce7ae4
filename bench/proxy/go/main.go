// A Dubbo echo server and a load generator that cost little beside what they measure; bench/proxy.ts says how they are used.
package main

import (
	"bufio"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"net"
	"os"
	"runtime"
	"sort"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
)

const headerSize = 16

func main() {
	var (
		serve       = flag.Bool("serve", false, "serve")
		message     = flag.String("message", "", "the request, or the response of a server, in hex")
		port        = flag.Int("port", 0, "port to call on 127.0.0.1")
		connections = flag.Int("connections", 64, "connections")
		rate        = flag.Float64("rate", 0, "requests a second; 0: each connection sends when its answer has come")
		warm        = flag.Duration("warm", time.Second, "time that is not counted")
		length      = flag.Duration("length", 5*time.Second, "time that is counted")
		witness     = flag.Bool("witness", false, "say for how long the processor ran nothing")
		awake       = flag.Bool("awake", false, "keep the processor awake until killed")
	)
	flag.Parse()
	bytes, err := hex.DecodeString(*message)
	if *awake {
		keepAwake()
	} else if *witness {
		err = watch(*warm, *length)
	} else if err == nil && *serve {
		err = server(bytes)
	} else if err == nil {
		err = load(*port, bytes, *connections, *rate, *warm, *length)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// keepAwake leaves the processor idle for less time than a host waits before it gives an idle one away (0.2 ms), and so
// takes less than the whole of it: a host that counts what a virtual machine uses stops one that never rests, for 100 ms.
func keepAwake() {
	for {
		for start := time.Now(); time.Since(start) < 500*time.Microsecond; {
		}
		rest := syscall.NsecToTimespec(int64(200 * time.Microsecond))
		_ = syscall.Nanosleep(&rest, nil)
	}
}

// next reads one message; what it gives is good until the next call.
func next(from *bufio.Reader, buffer []byte) ([]byte, error) {
	if _, err := io.ReadFull(from, buffer[:headerSize]); err != nil {
		return nil, err
	}
	size := headerSize + int(binary.BigEndian.Uint32(buffer[12:16]))
	if size > len(buffer) {
		return nil, fmt.Errorf("a message of %d octets", size)
	}
	_, err := io.ReadFull(from, buffer[headerSize:size])
	return buffer[:size], err
}

// server gives every request the same answer, with its own id; heartbeats are for others.
func server(response []byte) error {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	fmt.Println(listener.Addr().(*net.TCPAddr).Port)
	for {
		connection, err := listener.Accept()
		if err != nil {
			return err
		}
		go func() {
			defer connection.Close()
			from, buffer := bufio.NewReaderSize(connection, 1<<16), make([]byte, 1<<16)
			out := make([]byte, 0, 1<<16)
			for {
				request, err := next(from, buffer)
				if err != nil {
					return
				}
				start := len(out)
				out = append(out, response...)
				copy(out[start+4:start+12], request[4:12])
				// What came together is answered together.
				if from.Buffered() >= headerSize && len(out) < 1<<15 {
					continue
				}
				if _, err := connection.Write(out); err != nil {
					return
				}
				out = out[:0]
			}
		}()
	}
}

type result struct {
	Requests int64   `json:"requests"`
	Seconds  float64 `json:"seconds"`
	Failed   int64   `json:"failed"`
	P50      float64 `json:"p50"`
	P99      float64 `json:"p99"`
	Max      float64 `json:"max"`
}

// watch sleeps for a millisecond again and again. Before all other threads of its processor (SCHED_FIFO) it is late only
// when the machine itself has stopped, as the guest of a busy host does: nothing that runs here can hold it up.
func watch(warm, length time.Duration) error {
	runtime.LockOSThread()
	const sleep = time.Millisecond
	var longest, stopped time.Duration
	time.Sleep(warm)
	for begin := time.Now(); time.Since(begin) < length; {
		start := time.Now()
		pause := syscall.NsecToTimespec(sleep.Nanoseconds())
		if err := syscall.Nanosleep(&pause, nil); err != nil && err != syscall.EINTR {
			return err
		}
		late := time.Since(start) - sleep
		longest = max(longest, late)
		if late > sleep {
			stopped += late
		}
	}
	milliseconds := func(d time.Duration) float64 { return float64(d.Nanoseconds()) / 1e6 }
	return json.NewEncoder(os.Stdout).Encode(
		map[string]float64{"longest": milliseconds(longest), "stopped": milliseconds(stopped)})
}

type measurement struct {
	counting atomic.Bool
	over     atomic.Bool
	failed   atomic.Int64
	mutex    sync.Mutex
	all      []time.Duration
}

func load(port int, request []byte, connections int, rate float64, warm, length time.Duration) error {
	m := &measurement{}
	var workers sync.WaitGroup
	errors := make(chan error, connections)
	for i := 0; i < connections; i++ {
		connection, err := net.Dial("tcp", fmt.Sprintf("127.0.0.1:%d", port))
		if err != nil {
			return err
		}
		workers.Add(1)
		go func() {
			defer workers.Done()
			defer connection.Close()
			var err error
			if rate == 0 {
				err = m.closed(connection, request)
			} else {
				interval := time.Duration(float64(time.Second) * float64(connections) / rate)
				err = m.open(connection, request, interval, interval*time.Duration(i)/time.Duration(connections))
			}
			if err != nil {
				errors <- err
			}
		}()
	}
	time.Sleep(warm)
	m.counting.Store(true)
	start := time.Now()
	time.Sleep(length)
	m.counting.Store(false)
	seconds := time.Since(start).Seconds()
	m.over.Store(true)
	workers.Wait()
	select {
	case err := <-errors:
		return err
	default:
	}
	sort.Slice(m.all, func(a, b int) bool { return m.all[a] < m.all[b] })
	at := func(share float64) float64 {
		if len(m.all) == 0 {
			return 0
		}
		return float64(m.all[int(share*float64(len(m.all)-1))].Nanoseconds()) / 1e6
	}
	return json.NewEncoder(os.Stdout).Encode(
		result{int64(len(m.all)), seconds, m.failed.Load(), at(0.5), at(0.99), at(1)})
}

func (m *measurement) keep(times []time.Duration) {
	m.mutex.Lock()
	m.all = append(m.all, times...)
	m.mutex.Unlock()
}

func (m *measurement) check(answer []byte) {
	if answer[3] != 20 {
		m.failed.Add(1)
	}
}

// closed sends one request after the other.
func (m *measurement) closed(connection net.Conn, request []byte) error {
	from, buffer := bufio.NewReaderSize(connection, 1<<16), make([]byte, 1<<16)
	own := append([]byte(nil), request...)
	times := make([]time.Duration, 0, 1<<16)
	defer func() { m.keep(times) }()
	for id := uint64(1); !m.over.Load(); id++ {
		binary.BigEndian.PutUint64(own[4:12], id)
		start := time.Now()
		if _, err := connection.Write(own); err != nil {
			return err
		}
		answer, err := next(from, buffer)
		if err != nil {
			return err
		}
		if got := binary.BigEndian.Uint64(answer[4:12]); got != id {
			return fmt.Errorf("the answer to %d came for %d", got, id)
		}
		m.check(answer)
		if m.counting.Load() {
			times = append(times, time.Since(start))
		}
	}
	return nil
}

// open sends at set times, whether answers have come or not. A request is timed from when it is due, or from when the
// generator woke for it where that is later: its own sleep is not the proxy's fault, but a blocked write is.
func (m *measurement) open(connection net.Conn, request []byte, interval, offset time.Duration) error {
	const open = 1 << 16
	due := make([]atomic.Int64, open)
	begin := time.Now()
	var sent, got atomic.Uint64
	times := make([]time.Duration, 0, 1<<16)
	done := make(chan error, 1)
	go func() {
		from, buffer := bufio.NewReaderSize(connection, 1<<16), make([]byte, 1<<16)
		for {
			answer, err := next(from, buffer)
			if err != nil {
				done <- err
				return
			}
			id := binary.BigEndian.Uint64(answer[4:12])
			m.check(answer)
			if m.counting.Load() {
				times = append(times, time.Since(begin)-time.Duration(due[id%open].Load()))
			}
			if got.Add(1) == sent.Load() && m.over.Load() {
				done <- nil
				return
			}
		}
	}()
	own := append([]byte(nil), request...)
	planned := offset
	for id := uint64(1); !m.over.Load(); id++ {
		if wait := planned - time.Since(begin); wait > 0 {
			time.Sleep(wait)
			due[id%open].Store(int64(time.Since(begin)))
		} else {
			due[id%open].Store(int64(planned))
		}
		planned += interval
		binary.BigEndian.PutUint64(own[4:12], id)
		sent.Add(1)
		if _, err := connection.Write(own); err != nil {
			return err
		}
	}
	// What is still open ends, or has failed.
	connection.SetReadDeadline(time.Now().Add(2 * time.Second))
	if got.Load() < sent.Load() {
		<-done
		m.failed.Add(int64(sent.Load() - got.Load()))
	}
	m.keep(times)
	return nil
}
