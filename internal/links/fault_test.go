package links

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"syscall"
	"testing"
)

// TestFault names errors as the standard library wraps them.
func TestFault(t *testing.T) {
	dial := func(err error) error { return fmt.Errorf("get: %w", &net.OpError{Op: "dial", Net: "tcp", Err: err}) }
	verify := func(err error) error { return &tls.CertificateVerificationError{Err: err} }
	for _, tt := range []struct {
		err    error
		result Result
		detail string
	}{
		{dial(&net.DNSError{Err: "no such host", IsNotFound: true}), DNS, "the name does not exist"},
		{dial(&net.DNSError{Err: "server misbehaving"}), DNS, "the name servers do not answer"},
		{dial(&net.DNSError{Err: "i/o timeout", IsTimeout: true}), DNS, "the name servers do not answer"},
		{dial(syscall.ECONNREFUSED), Unreachable, "the connection is refused"},
		{dial(syscall.ECONNRESET), Unreachable, "the connection was cut"},
		{dial(syscall.EHOSTUNREACH), Unreachable, "the connection failed"},
		{dial(context.DeadlineExceeded), Timeout, ""},
		{verify(x509.CertificateInvalidError{Reason: x509.Expired}), TLS, "the certificate has expired, or is not valid yet"},
		{verify(x509.CertificateInvalidError{Reason: x509.TooManyIntermediates}), TLS, "the certificate is not valid"},
		{verify(x509.HostnameError{}), TLS, "the certificate is for another host"},
		{verify(x509.UnknownAuthorityError{}), TLS, "the certificate is of an unknown authority"},
		{errors.New("remote error: tls: protocol version not supported"), TLS, "no agreement on how to protect the connection"},
		{errors.New("\x1b[31mwhatever a stranger says"), Unreachable, "the connection failed"},
	} {
		if result, detail := fault(tt.err); result != tt.result || detail != tt.detail {
			t.Errorf("%v: %s %q, want %s %q", tt.err, result, detail, tt.result, tt.detail)
		}
	}
}

// TestResetOfARealConnection has the kernel send the reset that a network in memory cannot.
func TestResetOfARealConnection(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		conn, _, err := http.NewResponseController(w).Hijack()
		if err != nil {
			t.Error(err)
			return
		}
		_ = conn.(*net.TCPConn).SetLinger(0)
		_ = conn.Close()
	}))
	defer s.Close()
	_, err := newChecker(Options{AllowPrivate: true}).ask(t.Context(), nil, mustParse(t, s.URL+"/page"), maxBody)
	if err == nil {
		t.Fatal("no error")
	}
	if result, detail := fault(err); result != Unreachable || !strings.Contains(detail, "cut") {
		t.Errorf("%v: %s %q", err, result, detail)
	}
}

// TestHTTP2 asks a site that speaks it.
func TestHTTP2(t *testing.T) {
	s := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { _, _ = w.Write([]byte(r.Proto)) }))
	s.EnableHTTP2 = true
	s.StartTLS()
	defer s.Close()
	roots := x509.NewCertPool()
	roots.AddCert(s.Certificate())
	a, err := newChecker(Options{AllowPrivate: true, RootCAs: roots}).ask(t.Context(), nil, mustParse(t, s.URL+"/page"), maxBody)
	if err != nil || string(a.body) != "HTTP/2.0" {
		t.Errorf("%+v, %v", a, err)
	}
}

// TestOldTLSIsRefused meets a server that speaks nothing newer than what browsers refuse.
func TestOldTLSIsRefused(t *testing.T) {
	s := httptest.NewUnstartedServer(http.NotFoundHandler())
	s.TLS = &tls.Config{MaxVersion: tls.VersionTLS11} //nolint:gosec // that is the point
	s.Config.ErrorLog = discard
	s.StartTLS()
	defer s.Close()
	_, err := newChecker(Options{AllowPrivate: true}).ask(t.Context(), nil, mustParse(t, s.URL+"/page"), maxBody)
	if err == nil {
		t.Fatal("no error")
	}
	if result, _ := fault(err); result != TLS {
		t.Errorf("%v: %s", err, result)
	}
}
