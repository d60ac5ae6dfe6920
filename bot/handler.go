package bot

import "context"

// A Handler answers one message. (*Bot).Respond is the real one. The error is for the operator; Apology says what the reader hears.
type Handler func(ctx context.Context, m Message) (Reply, error)

// Apology is the sentence to show for an error, in the reader's language. It never includes the cause.
func Apology(lang string) string { return speak(lang).sorry }
