package telegram

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"strconv"
	"testing"

	vmetrics "github.com/VictoriaMetrics/metrics"

	"nonmerci/bot"
	"nonmerci/internal/memnet"
)

// BenchmarkQuestion answers one question from end to end: from the bytes of an update to the request that sends the answer and its
// response. The other side is as little as can be, so that what is measured is ours.
func BenchmarkQuestion(b *testing.B) {
	real := genuine(b)
	for name, h := range map[string]bot.Handler{"answer": real.answer, "echo": echo} {
		b.Run(name, func(b *testing.B) {
			s := newBare(b)
			a, err := New(Options{
				Token: "1:token", APIURL: "http://bare.test", Dial: s.net.DialContext, Metrics: vmetrics.NewSet(), Unlimited: true,
			}, real.core, h)
			if err != nil {
				b.Fatal(err)
			}
			ctx, cancel := context.WithCancel(b.Context())
			ended := make(chan error, 1)
			go func() { ended <- a.Run(ctx) }()
			for range 3 { // connections are made, and pools filled
				s.ask()
			}
			b.ReportAllocs()
			for b.Loop() {
				s.ask()
			}
			cancel()
			close(s.ended)
			if err := <-ended; err != nil {
				b.Error(err)
			}
		})
	}
}

// A bareServer gives one update after another, and takes every message.
type bareServer struct {
	net    *memnet.Listener
	n      int
	update chan int
	sent   chan struct{}
	ended  chan struct{}
}

func newBare(b *testing.B) *bareServer {
	b.Helper()
	s := &bareServer{net: memnet.Listen("bare.test:80"), update: make(chan int), sent: make(chan struct{}, 1), ended: make(chan struct{})}
	b.Cleanup(func() { _ = s.net.Close() })
	go func() {
		for {
			c, err := s.net.Accept()
			if err != nil {
				return
			}
			go s.serve(c)
		}
	}()
	return s
}

// ask has one question answered.
func (s *bareServer) ask() {
	s.n++
	s.update <- s.n
	<-s.sent
}

// asked is an update as Telegram writes it; the numbers in it make its id, that of its message, and that of its author: the same words
// again and again from one person would be a machine's.
const asked = `{"update_id":%[1]d,"message":{"message_id":%[2]d,"from":{"id":%[3]d,"is_bot":false,"first_name":"Léa","username":"lea",` +
	`"language_code":"fr"},"chat":{"id":%[3]d,"first_name":"Léa","username":"lea","type":"private"},"date":1795737600,` +
	`"text":"comment désactiver l’IA de LinkedIn ?"}}`

func (s *bareServer) serve(c net.Conn) {
	r := bufio.NewReader(c)
	for {
		path, size, err := readHead(r)
		if err != nil {
			return
		}
		if _, err := r.Discard(size); err != nil {
			return
		}
		switch {
		case bytes.Contains(path, []byte("/getUpdates")):
			select {
			case n := <-s.update:
				answer(c, fmt.Sprintf("["+asked+"]", 100_000_000+n, 10+2*n, 7_000_000_000+n))
			case <-s.ended:
				answer(c, "[]")
			}
		case bytes.Contains(path, []byte("/sendMessage")):
			answer(c, fmt.Sprintf(`{"message_id":%d,"date":1795737600,"chat":{"id":7000000001,"type":"private"},"text":"…"}`, 11+2*s.n))
			s.sent <- struct{}{}
		case bytes.Contains(path, []byte("/getMe")):
			answer(c, `{"id":42,"is_bot":true,"username":"NonMerciBot"}`)
		case bytes.Contains(path, []byte("/getMyCommands")):
			answer(c, `[]`)
		default:
			answer(c, `true`)
		}
	}
}

// readHead reads the head of a request: the first line, and the size of the body.
func readHead(r *bufio.Reader) (first []byte, size int, err error) {
	for {
		line, err := r.ReadSlice('\n')
		if err != nil {
			return nil, 0, err
		}
		if first == nil {
			first = bytes.Clone(line)
		}
		name, value, _ := bytes.Cut(bytes.TrimSpace(line), []byte(": "))
		if len(name) == 0 {
			return first, size, nil
		}
		if string(name) == "Content-Length" {
			size, _ = strconv.Atoi(string(value))
		}
	}
}

func answer(w io.Writer, result string) {
	_, _ = fmt.Fprintf(w, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n{\"ok\":true,\"result\":%s}", len(result)+len(`{"ok":true,"result":}`), result)
}
