package main

import (
	"bufio"
	"bytes"
	"context"
	"crypto/tls"
	"flag"
	"fmt"
	"math"
	"os"
	"sync"
	"sync/atomic"
	"time"

	core "github.com/envoyproxy/go-control-plane/envoy/config/core/v3"
	discovery "github.com/envoyproxy/go-control-plane/envoy/service/discovery/v3"
	routeservice "github.com/envoyproxy/go-control-plane/envoy/service/route/v3"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
)

const routeType = "type.googleapis.com/envoy.config.route.v3.RouteConfiguration"

// measure opens streams that subscribe to all 50 route configurations. Each line on standard input, `all V` or
// `one V`, awaits the mark V in all of them, or in the first, on every stream; the time in nanoseconds at which the
// last stream had the last resource is printed.
func measure(args []string) error {
	flags := flag.NewFlagSet("client", flag.ExitOnError)
	address := flags.String("server", "", "address")
	count := flags.Int("streams", 1000, "streams")
	each := flags.Int("each", 10, "streams of one connection")
	secure := flags.Bool("tls", false, "use TLS")
	unread := flags.Int("unread", 0, "further streams that never read")
	churn := flags.Int("churn", 0, "further streams that are opened and cut off, each second")
	if err := flags.Parse(args); err != nil {
		return err
	}
	credential := insecure.NewCredentials()
	if *secure {
		credential = credentials.NewTLS(&tls.Config{InsecureSkipVerify: true}) // the benchmark's own certificate
	}
	dial := func(options ...grpc.DialOption) (*grpc.ClientConn, error) {
		return grpc.NewClient(*address, append(options, grpc.WithTransportCredentials(credential),
			grpc.WithDefaultCallOptions(grpc.MaxCallRecvMsgSize(math.MaxInt32)))...)
	}
	names := make([]string, 50)
	for i := range names {
		names[i] = name(i)
	}
	open := func(connection *grpc.ClientConn) (routeservice.RouteDiscoveryService_StreamRoutesClient, error) {
		stream, err := routeservice.NewRouteDiscoveryServiceClient(connection).StreamRoutes(context.Background())
		if err != nil {
			return nil, err
		}
		return stream, stream.Send(&discovery.DiscoveryRequest{TypeUrl: routeType, ResourceNames: names, Node: &core.Node{Id: "bench"}})
	}

	var awaited atomic.Pointer[wait]
	first := newWait("first", len(names), *count)
	awaited.Store(first)
	failed := make(chan error, 1)
	fail := func(err error) {
		select {
		case failed <- err:
		default:
		}
	}
	var connection *grpc.ClientConn
	for i := 0; i < *count; i++ {
		if i%*each == 0 {
			var err error
			if connection, err = dial(); err != nil {
				return err
			}
		}
		stream, err := open(connection)
		if err != nil {
			return err
		}
		go func() {
			var have *wait
			missing := 0
			for {
				response, err := stream.Recv()
				if err != nil {
					fail(err)
					return
				}
				if now := awaited.Load(); now != have {
					have, missing = now, now.resources
				}
				for _, each := range response.Resources {
					if bytes.Contains(each.Value, have.mark) {
						missing--
					}
				}
				if missing <= 0 && missing > -len(names) {
					missing = math.MinInt32
					have.left.Done()
				}
				if err := stream.Send(&discovery.DiscoveryRequest{TypeUrl: routeType, ResourceNames: names,
					VersionInfo: response.VersionInfo, ResponseNonce: response.Nonce}); err != nil {
					fail(err)
					return
				}
			}
		}()
	}
	for i := 0; i < *unread; i++ {
		// A small window, so that what is not read stays with the server.
		idle, err := dial(grpc.WithInitialWindowSize(65536), grpc.WithInitialConnWindowSize(65536))
		if err != nil {
			return err
		}
		if _, err := open(idle); err != nil {
			return err
		}
	}
	if *churn > 0 {
		go func() {
			for range time.Tick(time.Second / time.Duration(*churn)) {
				go func() {
					short, err := dial()
					if err != nil {
						return
					}
					defer func() { _ = short.Close() }()
					if stream, err := open(short); err == nil {
						_, _ = stream.Recv()
					}
				}()
			}
		}()
	}
	await := func(what *wait) error {
		done := make(chan struct{})
		go func() { what.left.Wait(); close(done) }()
		select {
		case <-done:
			fmt.Println("done", time.Now().UnixNano())
			return nil
		case err := <-failed:
			return err
		case <-time.After(60 * time.Second):
			return fmt.Errorf("not all streams got mark %s in a minute", what.mark)
		}
	}
	if err := await(first); err != nil {
		return err
	}
	for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
		var what, mark string
		if _, err := fmt.Sscan(lines.Text(), &what, &mark); err != nil {
			return err
		}
		resources := len(names)
		if what == "one" {
			resources = 1
		}
		next := newWait(mark, resources, *count)
		awaited.Store(next)
		fmt.Println("ready")
		if err := await(next); err != nil {
			return err
		}
	}
	return nil
}

type wait struct {
	mark      []byte
	resources int
	left      sync.WaitGroup
}

func newWait(mark string, resources, streams int) *wait {
	result := &wait{mark: []byte("|" + mark + "|"), resources: resources}
	result.left.Add(streams)
	return result
}
