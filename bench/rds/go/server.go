package main

import (
	"bufio"
	"context"
	"crypto/tls"
	"flag"
	"fmt"
	"math"
	"net"
	"os"
	"time"

	core "github.com/envoyproxy/go-control-plane/envoy/config/core/v3"
	route "github.com/envoyproxy/go-control-plane/envoy/config/route/v3"
	routeservice "github.com/envoyproxy/go-control-plane/envoy/service/route/v3"
	"github.com/envoyproxy/go-control-plane/pkg/cache/types"
	"github.com/envoyproxy/go-control-plane/pkg/cache/v3"
	"github.com/envoyproxy/go-control-plane/pkg/resource/v3"
	"github.com/envoyproxy/go-control-plane/pkg/server/v3"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
)

type oneNode struct{}

func (oneNode) ID(*core.Node) string { return "all" }

// serve runs a snapshot server with 50 route configurations. Each line on standard input, `all V` or `one V`, makes
// a new snapshot in which all of them, or only the first, point to clusters of mark V; the time in nanoseconds at
// which it began is printed.
func serve(args []string) error {
	flags := flag.NewFlagSet("server", flag.ExitOnError)
	cert := flags.String("cert", "", "certificate")
	key := flags.String("key", "", "key")
	if err := flags.Parse(args); err != nil {
		return err
	}
	snapshots := cache.NewSnapshotCache(false, oneNode{}, nil)
	marks := make([]string, 50)
	version := 0
	publish := func() error {
		version++
		resources := make([]types.Resource, len(marks))
		for i, mark := range marks {
			resources[i] = configuration(i, mark)
		}
		snapshot, err := cache.NewSnapshot(fmt.Sprint(version), map[resource.Type][]types.Resource{resource.RouteType: resources})
		if err != nil {
			return err
		}
		return snapshots.SetSnapshot(context.Background(), "all", snapshot)
	}
	for i := range marks {
		marks[i] = "first"
	}
	if err := publish(); err != nil {
		return err
	}
	options := []grpc.ServerOption{grpc.MaxConcurrentStreams(math.MaxUint32)}
	if *cert != "" {
		pair, err := tls.LoadX509KeyPair(*cert, *key)
		if err != nil {
			return err
		}
		options = append(options, grpc.Creds(credentials.NewServerTLSFromCert(&pair)))
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	server_ := grpc.NewServer(options...)
	routeservice.RegisterRouteDiscoveryServiceServer(server_, server.NewServer(context.Background(), snapshots, nil))
	go func() { _ = server_.Serve(listener) }()
	fmt.Println("port", listener.Addr().(*net.TCPAddr).Port)
	for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
		var what, mark string
		if _, err := fmt.Sscan(lines.Text(), &what, &mark); err != nil {
			return err
		}
		begun := time.Now().UnixNano()
		for i := range marks {
			if what == "all" || i == 0 {
				marks[i] = mark
			}
		}
		if err := publish(); err != nil {
			return err
		}
		fmt.Println("begun", begun)
	}
	return nil
}

// configuration makes the route configuration number i with 5 routes; bench/rds/routes.ts makes the same.
func configuration(i int, mark string) *route.RouteConfiguration {
	routes := make([]*route.Route, 5)
	for j := range routes {
		routes[j] = &route.Route{
			Name: fmt.Sprintf("route-%d", j),
			Match: &route.RouteMatch{
				PathSpecifier: &route.RouteMatch_Prefix{Prefix: "/"},
				Headers: []*route.HeaderMatcher{{
					Name:                 "method",
					HeaderMatchSpecifier: &route.HeaderMatcher_ExactMatch{ExactMatch: fmt.Sprintf("method-%d", j)},
				}},
			},
			Action: &route.Route_Route{Route: &route.RouteAction{
				ClusterSpecifier: &route.RouteAction_Cluster{
					Cluster: fmt.Sprintf("outbound|20880|%s|service-%d.bench.svc.cluster.local", mark, i),
				},
			}},
		}
	}
	return &route.RouteConfiguration{
		Name:         name(i),
		VirtualHosts: []*route.VirtualHost{{Name: "dummy", Domains: []string{"*"}, Routes: routes}},
	}
}

func name(i int) string { return fmt.Sprintf("service-%d.bench.svc.cluster.local_20880", i) }
