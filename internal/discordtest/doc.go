// Package discordtest is a Discord to test against: a REST API and a gateway with guilds, channels, people and messages behind them,
// which refuse what Discord refuses, in its codes and statuses, and which a test drives as the people of a server would. It follows
// Discord's documentation and its OpenAPI description, not any client library. It needs no test: a program can serve it on a socket.
//
// Where Discord's behaviour is not written down, the comment beside the code says what was assumed.
package discordtest
