package discordgate

import (
	"errors"
	"fmt"
)

// Reasons why a connection ended, besides those of the network.
var (
	errReconnect = errors.New("connecting again, as Discord asked")
	errZombie    = errors.New("heartbeats are no longer acknowledged")
	errHello     = errors.New("the gateway's greeting cannot be read")
	errClosed    = errors.New("discordgo closed the connection")
	errLeaving   = errors.New("leaving")
	errSilent    = errors.New("the gateway did not let us in in time")
)

// invalidSession is op 9.
type invalidSession struct{ resumable bool }

func (invalidSession) Error() string { return "Discord does not know the session" }

// A CloseError is a close frame of the gateway.
type CloseError struct{ Code int }

func (e *CloseError) Error() string {
	if what, ok := closeWords(e.Code); ok {
		return fmt.Sprintf("Discord closed the connection with code %d: %s", e.Code, what)
	}
	return fmt.Sprintf("Discord closed the connection with code %d", e.Code)
}

// fatal says whether connecting again would end the same way (docs: topics/opcodes-and-status-codes).
func (e *CloseError) fatal() bool {
	switch e.Code {
	case 4004, 4012, 4013, 4014:
		return true
	}
	return false
}

// reshards says whether Discord wants the servers shared out among another number of connections.
func reshards(err error) bool {
	c, closed := errors.AsType[*CloseError](err)
	return closed && (c.Code == 4010 || c.Code == 4011)
}

func isFatal(err error) bool {
	c, closed := errors.AsType[*CloseError](err)
	_, refused := errors.AsType[*FatalError](err)
	return refused || closed && c.fatal()
}

func fatal(err error) error {
	if f, ok := errors.AsType[*FatalError](err); ok {
		return f
	}
	return &FatalError{err}
}

const portal = "https://discord.com/developers/applications"

// closeWords are what a code means, with what to do.
func closeWords(code int) (string, bool) {
	switch code {
	case 4004:
		return "the token is not valid; open " + portal + ", your application, « Bot », press « Reset Token », and set the new one", true
	case 4010:
		return "there is no connection of this number among those of the bot; let Discord recommend how many shards there are", true
	case 4011:
		return "the bot is in too many servers for so few connections; let Discord recommend how many shards there are, or set more", true
	case 4012:
		return "this version of the gateway is no longer served; update the program", true
	case 4013:
		return "the intents are not valid; update the program", true
	case 4014:
		return "an intent is not allowed for this application; open " + portal + ", your application, « Bot », « Privileged Gateway Intents »; " +
			"the bot needs none of these, so check also that the application is not quarantined", true
	case 4007, 4009:
		return "the session is too old to be resumed", true
	case 4008:
		return "too many packets", true
	}
	return "", false
}

// forgets says whether the session is lost with the connection.
func forgets(cause error) bool {
	if c, ok := errors.AsType[*CloseError](cause); ok {
		return c.Code == 4007 || c.Code == 4009 || c.Code == 4003
	}
	i, ok := errors.AsType[invalidSession](cause)
	return ok && !i.resumable
}
