package main

import (
	"context"
	"errors"
	"io"
	"net"
	"os"
	"strings"
	"time"

	"google.golang.org/protobuf/types/known/wrapperspb"
	trpc "trpc.group/trpc-go/trpc-go"
	"trpc.group/trpc-go/trpc-go/codec"
	"trpc.group/trpc-go/trpc-go/errs"
	"trpc.group/trpc-go/trpc-go/server"
	"trpc.group/trpc-go/trpc-go/stream"
	"trpc.group/trpc-go/trpc-go/transport"
)

const serviceName = "trpc.shop.orders.Orders"

type text = wrapperspb.StringValue

// orders answers with its name; every answer carries the trans_info `server` with the name too.
type orders struct{ name string }

type method func(ctx context.Context, o *orders, request *text) (*text, error)

var methods = map[string]method{
	"Pay":    func(_ context.Context, o *orders, _ *text) (*text, error) { return wrapperspb.String(o.name), nil },
	"Refund": func(_ context.Context, o *orders, _ *text) (*text, error) { return wrapperspb.String(o.name), nil },
	"Same":   func(_ context.Context, _ *orders, request *text) (*text, error) { return request, nil },
	"Fail": func(_ context.Context, _ *orders, request *text) (*text, error) {
		return nil, errs.New(1001, request.Value)
	},
	"Slow": func(_ context.Context, o *orders, request *text) (*text, error) {
		wait, err := time.ParseDuration(request.Value)
		time.Sleep(wait)
		return wrapperspb.String(o.name), err
	},
}

// serve starts a server for each name, each on a loopback port of its own, and never ends by itself.
func serve(names []string) error {
	ports := map[string]int{}
	for _, name := range names {
		listener, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return err
		}
		ports[name] = listener.Addr().(*net.TCPAddr).Port
		service := server.New(
			server.WithServiceName(serviceName),
			server.WithProtocol("trpc"),
			server.WithNetwork("tcp"),
			server.WithListener(listener),
			// Requests of one connection are answered as they are ready, not one after the other.
			server.WithServerAsync(true),
			server.WithTransport(transport.NewServerTransport()),
			server.WithStreamTransport(transport.NewServerStreamTransport()),
		)
		if err := service.Register(descriptor(strings.HasPrefix(name, "chat")), &orders{name}); err != nil {
			return err
		}
		go func() {
			if err := service.Serve(); err != nil {
				panic(err)
			}
		}()
	}
	printLine(map[string]any{"listening": ports})
	_, err := io.Copy(io.Discard, os.Stdin)
	return err
}

// descriptor has streams only where they are wanted: trpc-go answers the calls of a service with streams one after the
// other, as far as they come over one connection.
func descriptor(streams bool) *server.ServiceDesc {
	desc := &server.ServiceDesc{ServiceName: serviceName, HandlerType: (*any)(nil)}
	if streams {
		desc.StreamHandle = stream.NewStreamDispatcher()
		desc.Streams = []server.StreamDesc{
			{StreamName: "/" + serviceName + "/Chat", Handler: chat, ServerStreams: true, ClientStreams: true},
		}
	}
	for name, run := range methods {
		desc.Methods = append(desc.Methods, server.Method{
			Name: "/" + serviceName + "/" + name,
			Func: func(self interface{}, ctx context.Context, read server.FilterFunc) (interface{}, error) {
				request := &text{}
				filters, err := read(request)
				if err != nil {
					return nil, err
				}
				return filters.Filter(ctx, request, func(ctx context.Context, body interface{}) (interface{}, error) {
					o := self.(*orders)
					o.seen(ctx, name, body.(*text).Value)
					trpc.SetMetaData(ctx, "server", []byte(o.name))
					return run(ctx, o, body.(*text))
				})
			},
		})
	}
	return desc
}

// chat answers each text with the server's name before it, until the client closes.
func chat(self interface{}, s server.Stream) error {
	o := self.(*orders)
	o.seen(s.Context(), "Chat", "")
	for {
		message := &text{}
		err := s.RecvMsg(message)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if message.Value == "fail" {
			return errs.New(1002, "the chat failed")
		}
		if err := s.SendMsg(wrapperspb.String(o.name + ": " + message.Value)); err != nil {
			return err
		}
	}
}

func (o *orders) seen(ctx context.Context, method, text string) {
	message := codec.Message(ctx)
	printLine(map[string]any{"request": map[string]any{
		"server":      o.name,
		"method":      method,
		"attachments": texts(message.ServerMetaData()),
		"caller":      message.CallerServiceName(),
		"text":        text,
	}})
}
