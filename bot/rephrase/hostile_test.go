package rephrase

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"nonmerci/bot"
	"nonmerci/internal/modeltest"
)

// good is what a faithful model writes for an answer.
func good(w bot.Rewriting) string {
	var b strings.Builder
	for i, l := range w.Lines {
		fmt.Fprintf(&b, "[%d] %s\n", i+1, friendly(i+1, l.Text))
	}
	return b.String()
}

// TestNothingThatAServerDoesWrongIsShown: every reply that is not a whole answer is a failure of its class, in time, and leaves nothing behind.
func TestNothingThatAServerDoesWrongIsShown(t *testing.T) {
	w := linkedIn(t)
	all := good(w)
	lines := strings.SplitAfter(strings.TrimSpace(all), "\n")
	half := all[:len(all)/2]
	for name, c := range map[string]struct {
		reply modeltest.Reply
		want  Class
	}{
		"WrongKey":              {modeltest.Status(http.StatusUnauthorized, "wrong key"), Key},
		"Forbidden":             {modeltest.Status(http.StatusForbidden, "no"), Key},
		"NoSuchModel":           {modeltest.Status(http.StatusNotFound, "no such model"), Missing},
		"ContextTooSmall":       {modeltest.Status(http.StatusBadRequest, "exceeds the available context size"), Rejected},
		"ContextFull":           {modeltest.Status(http.StatusInternalServerError, "Context size has been exceeded."), Fault},
		"ContextFullInside":     {modeltest.ErrorInside(`{"error":{"code":500,"message":"Context size has been exceeded.","type":"server_error"}}`), Fault},
		"Mistral422":            {modeltest.Status(http.StatusUnprocessableEntity, "extra_forbidden: stream_options"), Rejected},
		"TooMany":               {modeltest.Status(http.StatusTooManyRequests, "slow down"), Limited},
		"TooManyLong":           {modeltest.RetryAfter(http.StatusTooManyRequests, "600"), Limited},
		"Loading":               {modeltest.Loading(), Loading},
		"QueueFull":             {modeltest.QueueFull(), Loading},
		"GoneAtOnce":            {modeltest.Gone(""), Cut},
		"GoneInTheMiddle":       {modeltest.Gone(half), Cut},
		"GoneAtTheEnd":          {modeltest.Gone(all), Cut},
		"Fault":                 {modeltest.Status(http.StatusInternalServerError, "oops"), Fault},
		"HTMLFault":             {modeltest.HTML(http.StatusBadGateway), Fault},
		"DoesNotLoad":           {modeltest.Status(http.StatusInternalServerError, "llama runner process has terminated: out of memory"), Fault},
		"EmptyFault":            {modeltest.Status(http.StatusInternalServerError, ""), Fault},
		"HTML":                  {modeltest.HTML(http.StatusOK), Garbled},
		"HTMLAsStream":          {modeltest.Page(), Cut},
		"ErrorInside":           {modeltest.ErrorInside(`{"error":{"message":"out of memory"}}`), Fault},
		"ErrorInsideOddly":      {modeltest.ErrorInside(`{ "error" : {"message":"out of memory"}}`), Fault},
		"ErrorInsideText":       {modeltest.ErrorInside(`{"object":"error","message":"out of memory","code":500}`), Fault},
		"ErrorInsideWhole":      {modeltest.NoStream(modeltest.ErrorInside(`{"error":{"message":"no"}}`)), Garbled},
		"NotJSON":               {modeltest.Raw("data: {oops", "data: [DONE]"), Garbled},
		"NoEvents":              {modeltest.Raw("data: [DONE]"), Cut},
		"NotAnObject":           {modeltest.Raw(`data: [1]`, "data: [DONE]"), Garbled},
		"NoChoices":             {modeltest.Raw(`data: {"choices":[]}`, `data: {}`, "data: [DONE]"), Cut},
		"SecondChoice":          {modeltest.Raw(`data: {"choices":[{"index":1,"delta":{"content":"[1] x"}}]}`, "data: [DONE]"), Garbled},
		"ToolCall":              {modeltest.Delta(map[string]any{"tool_calls": []any{map[string]any{"index": 0, "id": "a", "type": "function", "function": map[string]any{"name": "rm", "arguments": "{}"}}}}), Tool},
		"FunctionCall":          {modeltest.Delta(map[string]any{"function_call": map[string]any{"name": "rm"}}), Tool},
		"Refusal":               {modeltest.Delta(map[string]any{"refusal": "I cannot help with that"}), Denied},
		"RefusalInWords":        {modeltest.Text("I'm sorry, I cannot help with that."), Format},
		"Filter":                {modeltest.Finish(half, "content_filter"), Denied},
		"TooLong":               {modeltest.Finish(half, "length"), Cut},
		"TooLongThoughWhole":    {modeltest.Finish(all, "length"), Cut},
		"UnknownReason":         {modeltest.Finish(all, "because"), Cut},
		"CutInTheMiddle":        {modeltest.Unfinished(half, false, true), Cut},
		"ClosedInTheMiddle":     {modeltest.Unfinished(half, false, false), Cut},
		"DoneInTheMiddle":       {modeltest.Unfinished(half, true, false), Cut},
		"NoReason":              {modeltest.Unfinished(all, true, false), Cut},
		"NoDone":                {modeltest.NoDone(all), Cut},
		"HalfWithReason":        {modeltest.Finish(half[:strings.LastIndex(half, "\n")+1], "stop"), Format},
		"MoreAfterTheReason":    {modeltest.Raw(`data: {"choices":[{"delta":{},"finish_reason":"stop"}]}`, `data: {"choices":[{"delta":{"content":"[1] x"}}]}`, "data: [DONE]"), Garbled},
		"Empty":                 {modeltest.Text(""), Format},
		"Prose":                 {modeltest.Text("Sure! Here are the lines:\n" + all), Format},
		"ProseAfter":            {modeltest.Text(all + "\nHope this helps!"), Format},
		"Thinking":              {modeltest.Text("<think>hm</think>\n" + all), Format},
		"Fenced":                {modeltest.Text("```\n" + all + "```"), Format},
		"LineMissing":           {modeltest.Text(strings.Join(lines[:2], "") + strings.Join(lines[3:], "")), Format},
		"LastLineMissing":       {modeltest.Text(strings.Join(lines[:len(lines)-1], "")), Format},
		"LineTwice":             {modeltest.Text(lines[0] + all), Format},
		"OrderTurned":           {modeltest.Text(lines[1] + lines[0] + strings.Join(lines[2:], "")), Format},
		"LineTooMany":           {modeltest.Text(all + fmt.Sprintf("[%d] Merci !\n", len(lines)+1)), Format},
		"BigNumber":             {modeltest.Text("[99999999999999999999] x\n"), Format},
		"EmptyLine":             {modeltest.Text("[1]\n" + strings.Join(lines[1:], "")), Format},
		"Wrapped":               {modeltest.Text(strings.Replace(all, " ", "\n", 3)), Format},
		"LongLine":              {modeltest.Text("[1] " + strings.Repeat("très ", 2000)), Huge},
		"NUL":                   {modeltest.Text(strings.Replace(all, "réglage", "rég\x00lage", 1)), Format},
		"Escape":                {modeltest.Text(strings.Replace(all, "réglage", "rég\x1b[31mlage", 1)), Format},
		"InvalidUTF8":           {modeltest.Raw("data: {\"choices\":[{\"delta\":{\"content\":\"[1] r\xff\xfeglage\\n\"}}]}"), Format},
		"LoneSurrogate":         {modeltest.Raw(`data: {"choices":[{"delta":{"content":"[1] r\ud800glage\n"}}]}`), Format},
		"Endless":               {modeltest.Endless("[1] encore et encore ", 1<<30), Huge},
		"EndlessLines":          {modeltest.Endless("[1] encore\n", 1<<30), Format},
		"TenMegabytesOfBlanks":  {modeltest.Endless(strings.Repeat("\n", 4000), 10<<20), Huge},
		"TenMegabytesInOneLine": {modeltest.Raw("data: {\"choices\":[{\"delta\":{\"content\":\"" + strings.Repeat("x", 10<<20) + "\"}}]}"), Huge},
		"TenMegabytesAtOnce":    {modeltest.NoStream(modeltest.NeverStream(strings.Repeat("[1] x\n", 10<<20/6))), Huge},
		"MegabytesOfComments":   {modeltest.Raw(strings.Repeat(": keep-alive\n\n", 200_000)), Huge},
		"Bomb":                  {modeltest.Bomb(8), Garbled},
		"Elsewhere":             {modeltest.Redirect("http://elsewhere.test/v1/chat/completions"), Redirected},
		"Here":                  {modeltest.Redirect("/v1/chat/completions"), Redirected},
		"Aborted":               {func(e *modeltest.Exchange) { e.Abort() }, Cut},
		"SilentAfterAWord":      {modeltest.Begun(), Late},
		"Silent":                {modeltest.Silent(), Late},
		"Copied":                {modeltest.Faithful(func(_ int, s string) string { return s }), Same},
		"AllRefused":            {modeltest.Faithful(func(int, string) string { return "C’est gratuit." }), Refused},
	} {
		t.Run(name, func(t *testing.T) {
			with(t, modeltest.Options{}, nil, func(t *testing.T, b *bench) {
				b.server.Always(c.reply)
				_, err := b.ask(t, w)
				if got := class(t, err); got != c.want {
					t.Errorf("got %q, want %q", got, c.want)
				}
				if err != nil && (strings.ContainsAny(err.Error(), "\n") || strings.Contains(err.Error(), "réglage") || strings.Contains(err.Error(), "memory")) {
					t.Errorf("the error quotes: %q", err)
				}
			})
		})
	}
}

// TestOATruncated is case 50 of the conformance list, with the rows above: what is cut short is not shown, what is only slow is.
func TestOATruncated(t *testing.T) {
	w := linkedIn(t)
	with(t, modeltest.Options{}, nil, func(t *testing.T, b *bench) {
		b.server.Always(modeltest.KeepAlives(400, 2*time.Millisecond, modeltest.Faithful(friendly)))
		if _, err := b.ask(t, w); err != nil {
			t.Errorf("400 keep-alives: %v", err)
		}
	})
}

// TestServersThatCannotStream: the whole is asked for instead, at once the next time.
func TestServersThatCannotStream(t *testing.T) {
	for name, reply := range map[string]modeltest.Reply{
		"Refuses": modeltest.NoStream(modeltest.Faithful(friendly)),
		"Ignores": modeltest.NeverStream(good(linkedIn(t))),
	} {
		t.Run(name, func(t *testing.T) {
			with(t, modeltest.Options{}, nil, func(t *testing.T, b *bench) {
				b.server.Always(reply)
				w := linkedIn(t)
				for n := range 2 {
					if _, err := b.ask(t, w); err != nil {
						t.Errorf("%d: %v", n, err)
					}
					if calls := b.server.Calls(); len(calls) != 2+n || calls[len(calls)-1].Request.Stream {
						t.Errorf("%d: %d calls, the last of them streaming %v", n, len(calls), calls[len(calls)-1].Request.Stream)
					}
					w.Revision++
				}
			})
		})
	}
}
