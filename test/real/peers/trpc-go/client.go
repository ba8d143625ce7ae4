package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"google.golang.org/protobuf/types/known/wrapperspb"
	"trpc.group/trpc-go/trpc-go/client"
	"trpc.group/trpc-go/trpc-go/codec"
	"trpc.group/trpc-go/trpc-go/errs"
	"trpc.group/trpc-go/trpc-go/pool/multiplexed"
	"trpc.group/trpc-go/trpc-go/stream"
	trpcpb "trpc.group/trpc/trpc-protocol/pb/go/trpc"
)

type callLine struct {
	ID          int
	Port        int
	Method      string
	Args        []string
	Attachments map[string]string
	Timeout     int
	// Connections that all multiplexed calls to a port share; 0: a call has a connection of the pool for itself.
	Connections int
	Caller      string
	// OneWay calls get no answer.
	OneWay bool
}

// call makes the calls that come in, all that come at once together.
func call(from io.Reader) error {
	printLine(map[string]any{"ready": true})
	pools := map[int]multiplexed.Pool{}
	return readLines(from, func(line []byte) error {
		var c callLine
		if err := json.Unmarshal(line, &c); err != nil {
			return err
		}
		if c.Connections > 0 && pools[c.Connections] == nil {
			pools[c.Connections] = multiplexed.New(multiplexed.WithConnectNumber(c.Connections))
		}
		go printAnswer(c, pools[c.Connections])
		return nil
	})
}

func printAnswer(c callLine, pool multiplexed.Pool) {
	var (
		value       any
		err         error
		attachments map[string]string
	)
	if c.Method == "Chat" {
		value, err = chatWith(c)
	} else {
		value, attachments, err = invoke(c, pool)
	}
	answer := map[string]any{"id": c.ID, "value": value, "attachments": attachments}
	if err != nil {
		answer["exception"] = exception(err)
	}
	printLine(answer)
}

func exception(err error) map[string]any {
	shown := map[string]any{"class": fmt.Sprintf("%T", err), "code": errs.Code(err), "message": errs.Msg(err)}
	var known *errs.Error
	if errors.As(err, &known) {
		shown["cause"] = map[int]string{1: "framework", 2: "business", 3: "callee framework"}[known.Type]
	}
	return shown
}

func options(c callLine) []client.Option {
	timeout := time.Duration(c.Timeout) * time.Millisecond
	if timeout == 0 {
		timeout = 20 * time.Second
	}
	all := []client.Option{
		client.WithTarget(fmt.Sprintf("ip://127.0.0.1:%d", c.Port)),
		client.WithProtocol("trpc"),
		client.WithNetwork("tcp"),
		client.WithTimeout(timeout),
		client.WithServiceName(serviceName),
		client.WithCallerServiceName(c.Caller),
	}
	for key, value := range c.Attachments {
		all = append(all, client.WithMetaData(key, []byte(value)))
	}
	return all
}

func invoke(c callLine, pool multiplexed.Pool) (any, map[string]string, error) {
	ctx, message := codec.WithCloneMessage(context.Background())
	message.WithClientRPCName("/" + serviceName + "/" + c.Method)
	message.WithCalleeServiceName(serviceName)
	message.WithCallerServiceName(c.Caller)
	message.WithSerializationType(codec.SerializationTypePB)
	head := &trpcpb.ResponseProtocol{}
	all := append(options(c), client.WithRspHead(head))
	if pool != nil {
		all = append(all, client.WithMultiplexedPool(pool))
	}
	if c.OneWay {
		all = append(all, client.WithSendOnly())
	}
	answer := &text{}
	err := client.New().Invoke(ctx, wrapperspb.String(first(c.Args)), answer, all...)
	return answer.Value, texts(head.TransInfo), err
}

func first(args []string) string {
	if len(args) == 0 {
		return ""
	}
	return args[0]
}

// chatWith sends each argument, reads an answer after each, and then closes.
func chatWith(c callLine) (any, error) {
	answers := []string{}
	ctx, message := codec.WithCloneMessage(context.Background())
	message.WithClientRPCName("/" + serviceName + "/Chat")
	message.WithCalleeServiceName(serviceName)
	message.WithSerializationType(codec.SerializationTypePB)
	ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()
	desc := &client.ClientStreamDesc{StreamName: "Chat", ClientStreams: true, ServerStreams: true}
	s, err := stream.DefaultStreamClient.NewStream(ctx, desc, "/"+serviceName+"/Chat", options(c)...)
	if err != nil {
		return answers, err
	}
	for _, each := range c.Args {
		if err := s.SendMsg(wrapperspb.String(each)); err != nil {
			return answers, err
		}
		answer := &text{}
		if err := s.RecvMsg(answer); err != nil {
			return answers, err
		}
		answers = append(answers, answer.Value)
	}
	if err := s.CloseSend(); err != nil {
		return answers, err
	}
	if err := s.RecvMsg(&text{}); !errors.Is(err, io.EOF) {
		return answers, fmt.Errorf("after the end came %w", err)
	}
	return answers, nil
}
