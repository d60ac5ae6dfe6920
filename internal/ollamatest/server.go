// Package ollamatest runs a real Ollama, for tests that are told where its program is: on the loopback, with models of package tinymodel and nothing else, in
// a folder of its own. docs/models.md says how to get the program.
package ollamatest

import (
	"bytes"
	"context"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"time"

	"nonmerci/internal/tinymodel"
)

// A T is a test, as package testing has it.
type T interface {
	Helper()
	Skip(args ...any)
	Fatal(args ...any)
	Fatalf(format string, args ...any)
	Logf(format string, args ...any)
	Failed() bool
	Cleanup(f func())
	TempDir() string
}

// Setting is the setting that names the program.
const Setting = "NONMERCI_TEST_OLLAMA"

// A Server is a real one that runs. It is safe for concurrent use.
type Server struct {
	t       T
	program string
	address string
	env     []string
	cmd     *exec.Cmd
	log     lockedBuffer
	ended   chan struct{}
	killed  sync.Once
}

// Start runs a server with settings of its own (« OLLAMA_NUM_PARALLEL=1 ») and returns when it answers. It ends with the test, which is skipped where no
// program is named. A test that fails shows the end of the server's log.
func Start(t T, settings ...string) *Server {
	t.Helper()
	program := os.Getenv(Setting)
	if program == "" {
		t.Skip(Setting + " names no program of Ollama; see docs/models.md")
	}
	home := t.TempDir()
	s := &Server{t: t, program: program, address: free(t), ended: make(chan struct{})}
	s.env = append(os.Environ(), append([]string{
		"HOME=" + home, "OLLAMA_MODELS=" + filepath.Join(home, "models"), "OLLAMA_HOST=" + s.address, "OLLAMA_NOPRUNE=1", "OLLAMA_KEEP_ALIVE=10m",
	}, settings...)...)
	s.cmd = exec.Command(program, "serve") //nolint:noctx // it ends by Kill
	group(s.cmd)
	s.cmd.Env, s.cmd.Stdout, s.cmd.Stderr = s.env, &s.log, &s.log
	if err := s.cmd.Start(); err != nil {
		t.Fatalf("Ollama does not start: %v", err)
	}
	go func() {
		defer close(s.ended)
		_ = s.cmd.Wait() // it was killed
	}()
	t.Cleanup(func() {
		s.Kill()
		if t.Failed() {
			t.Logf("the log of Ollama:\n%s", s.log.tail(4000))
		}
	})
	for range 300 {
		resp, err := http.Get("http://" + s.address + "/api/version") //nolint:noctx // on the loopback
		if err == nil {
			resp.Body.Close()
			return s
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Fatal("Ollama does not answer")
	return nil
}

// URL is the address to give to a client, with /v1.
func (s *Server) URL() string { return "http://" + s.address + "/v1" }

// Create gives the server a model.
func (s *Server) Create(name string, o tinymodel.Options) {
	s.t.Helper()
	dir := s.t.TempDir()
	var b bytes.Buffer
	err := tinymodel.Write(&b, o)
	file, modelfile := filepath.Join(dir, name+".gguf"), filepath.Join(dir, "Modelfile")
	for path, data := range map[string][]byte{file: b.Bytes(), modelfile: []byte(tinymodel.Modelfile(file))} {
		if err == nil {
			err = os.WriteFile(path, data, 0o600)
		}
	}
	if err != nil {
		s.t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	create := exec.CommandContext(ctx, s.program, "create", name, "-f", modelfile)
	create.Env = s.env
	if out, err := create.CombinedOutput(); err != nil {
		s.t.Fatalf("Ollama does not take the model: %v\n%s", err, out)
	}
}

// Kill ends the server and what it started, at once, as a crash of the machine does.
func (s *Server) Kill() {
	s.killed.Do(func() { kill(s.cmd) }) // its number may be another program's later
	<-s.ended
}

// KillRunner ends the program that the server started for a model, and not the server; where the system does not tell which that is, nothing.
func (s *Server) KillRunner() {
	for _, pid := range children(s.cmd.Process.Pid) {
		if p, err := os.FindProcess(pid); err == nil {
			_ = p.Kill() // it may have ended
		}
	}
}

// free returns an address of the loopback that nobody listens on.
func free(t T) string {
	l, err := (&net.ListenConfig{}).Listen(context.Background(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}
