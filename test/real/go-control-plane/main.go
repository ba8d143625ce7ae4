// go-control-plane on both sides: its client, for our server, and its server, for our client.
//
//	client ADDRESS   each line on standard input: fetch | ack | nack WORDS; after fetch the resources, one JSON array a line
//	server           prints its port; serves one resource of each type, and the next version after each line
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"net"
	"os"
	"strings"

	cluster "github.com/envoyproxy/go-control-plane/envoy/config/cluster/v3"
	core "github.com/envoyproxy/go-control-plane/envoy/config/core/v3"
	endpoint "github.com/envoyproxy/go-control-plane/envoy/config/endpoint/v3"
	listener "github.com/envoyproxy/go-control-plane/envoy/config/listener/v3"
	route "github.com/envoyproxy/go-control-plane/envoy/config/route/v3"
	clusterservice "github.com/envoyproxy/go-control-plane/envoy/service/cluster/v3"
	discovery "github.com/envoyproxy/go-control-plane/envoy/service/discovery/v3"
	"github.com/envoyproxy/go-control-plane/pkg/cache/types"
	"github.com/envoyproxy/go-control-plane/pkg/cache/v3"
	client "github.com/envoyproxy/go-control-plane/pkg/client/sotw/v3"
	"github.com/envoyproxy/go-control-plane/pkg/resource/v3"
	"github.com/envoyproxy/go-control-plane/pkg/server/v3"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/protobuf/encoding/protojson"
)

func main() {
	var err error
	if len(os.Args) == 3 && os.Args[1] == "client" {
		err = ask(os.Args[2])
	} else {
		err = serve()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func ask(address string) error {
	connection, err := grpc.NewClient(address, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		return err
	}
	ads := client.NewADSClient(context.Background(), &core.Node{Id: "go-control-plane"}, resource.RouteType)
	if err := ads.InitConnect(connection); err != nil {
		return err
	}
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		what, words, _ := strings.Cut(lines.Text(), " ")
		switch what {
		case "fetch":
			response, err := ads.Fetch()
			if err != nil {
				return err
			}
			all := []json.RawMessage{}
			for _, each := range response.Resources {
				var one route.RouteConfiguration
				if err := each.UnmarshalTo(&one); err != nil {
					return err
				}
				text, err := protojson.Marshal(&one)
				if err != nil {
					return err
				}
				all = append(all, text)
			}
			line, err := json.Marshal(all)
			if err != nil {
				return err
			}
			fmt.Println(string(line))
		case "ack":
			err = ads.Ack()
		case "nack":
			err = ads.Nack(words)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

type oneNode struct{}

func (oneNode) ID(*core.Node) string { return "all" }

func serve() error {
	snapshots := cache.NewSnapshotCache(false, oneNode{}, nil)
	publish := func(version int) error {
		port := func(value int) *core.Address {
			return &core.Address{Address: &core.Address_SocketAddress{SocketAddress: &core.SocketAddress{
				Address:       "127.0.0.1",
				PortSpecifier: &core.SocketAddress_PortValue{PortValue: uint32(value)},
			}}}
		}
		snapshot, err := cache.NewSnapshot(fmt.Sprint(version), map[resource.Type][]types.Resource{
			resource.ListenerType: {&listener.Listener{Name: "a-listener", Address: port(8000 + version)}},
			resource.RouteType:    {&route.RouteConfiguration{Name: "a-route", InternalOnlyHeaders: []string{fmt.Sprint("v", version)}}},
			resource.ClusterType:  {&cluster.Cluster{Name: "a-cluster", AltStatName: fmt.Sprint("v", version)}},
			resource.EndpointType: {&endpoint.ClusterLoadAssignment{ClusterName: "an-endpoint", Endpoints: []*endpoint.LocalityLbEndpoints{{
				Priority: 0, LbEndpoints: []*endpoint.LbEndpoint{{HostIdentifier: &endpoint.LbEndpoint_Endpoint{
					Endpoint: &endpoint.Endpoint{Address: port(9000 + version)},
				}}},
			}}}},
		})
		if err != nil {
			return err
		}
		return snapshots.SetSnapshot(context.Background(), "all", snapshot)
	}
	if err := publish(1); err != nil {
		return err
	}
	ours := server.NewServer(context.Background(), snapshots, nil)
	// ADS, and beside it one service of a single type.
	grpcServer := grpc.NewServer()
	discovery.RegisterAggregatedDiscoveryServiceServer(grpcServer, ours)
	single := grpc.NewServer()
	clusterservice.RegisterClusterDiscoveryServiceServer(single, ours)
	for _, each := range []*grpc.Server{grpcServer, single} {
		socket, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return err
		}
		fmt.Println(socket.Addr().(*net.TCPAddr).Port)
		go each.Serve(socket)
	}
	lines := bufio.NewScanner(os.Stdin)
	for version := 2; lines.Scan(); version++ {
		if err := publish(version); err != nil {
			return err
		}
	}
	return nil
}
