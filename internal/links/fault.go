package links

import (
	"compress/flate"
	"compress/gzip"
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"net"
	"strings"
	"syscall"

	"code.dny.dev/ssrf"
)

// fault names what kept an address from being read. The words are ours: an error can quote what a stranger's server sent.
func fault(err error) (Result, string) {
	for _, f := range faults {
		if f.is(err) {
			return f.result, f.detail
		}
	}
	return Unreachable, "the connection failed"
}

type faultKind struct {
	is     func(error) bool
	result Result
	detail string
}

// faults are looked through in order: a name that was not found in time is a matter of names, and a handshake that took too long one of
// time.
var faults = []faultKind{
	{is(ssrf.ErrProhibitedIP), Private, "the name leads into a private network"},
	{is(ssrf.ErrProhibitedPort), Private, "the port is neither 80 nor 443"},
	{func(err error) bool { d, ok := errors.AsType[*net.DNSError](err); return ok && d.IsNotFound }, DNS, "the name does not exist"},
	{as[*net.DNSError], DNS, "the name servers do not answer"},
	{isTimeout, Timeout, ""},
	{as[x509.HostnameError], TLS, "the certificate is for another host"},
	{as[x509.UnknownAuthorityError], TLS, "the certificate is of an unknown authority"},
	{isExpired, TLS, "the certificate has expired, or is not valid yet"},
	{as[*tls.CertificateVerificationError], TLS, "the certificate is not valid"},
	{as[tls.RecordHeaderError], TLS, "what answers there does not speak TLS"},
	{isTLS, TLS, "no agreement on how to protect the connection"},
	{is(syscall.ECONNREFUSED), Unreachable, "the connection is refused"},
	{is(syscall.ECONNRESET), Unreachable, "the connection was cut"},
	{is(io.EOF), Unreachable, "the connection was cut"},
	{is(io.ErrUnexpectedEOF), Unreachable, "the connection was cut"},
	{is(gzip.ErrHeader), Unexpected, "the page cannot be unpacked"},
	{is(gzip.ErrChecksum), Unexpected, "the page cannot be unpacked"},
	{as[flate.CorruptInputError], Unexpected, "the page cannot be unpacked"},
}

func is(target error) func(error) bool { return func(err error) bool { return errors.Is(err, target) } }

func as[E error](err error) bool { _, ok := errors.AsType[E](err); return ok }

func isTimeout(err error) bool {
	var n net.Error
	return errors.Is(err, context.DeadlineExceeded) || errors.As(err, &n) && n.Timeout()
}

func isExpired(err error) bool {
	invalid, ok := errors.AsType[x509.CertificateInvalidError](err)
	return ok && invalid.Reason == x509.Expired
}

// isTLS goes by the words: crypto/tls does not export the type of most of its errors.
func isTLS(err error) bool { return strings.Contains(err.Error(), "tls: ") }
