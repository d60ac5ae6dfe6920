package telegramtest_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"

	"nonmerci/internal/telegramtest"
)

func Example() {
	srv, err := telegramtest.New(telegramtest.Options{Username: "non_merci_bot"})
	if err != nil {
		panic(err)
	}
	defer srv.Close()
	web := httptest.NewServer(srv) // or a listener in memory
	defer web.Close()

	zoe := srv.NewPerson(telegramtest.User{FirstName: "Zoé", LanguageCode: "fr"})
	question := zoe.Ask("Comment refuser l’IA de LinkedIn ?")

	// What a bot would do.
	form := url.Values{"chat_id": {fmt.Sprint(zoe.ID())}, "text": {"<b>Coupez</b> le réglage."}, "parse_mode": {"HTML"}}
	req, err := http.NewRequestWithContext(context.Background(), http.MethodPost, web.URL+"/bot"+srv.Token()+"/sendMessage", strings.NewReader(form.Encode()))
	if err != nil {
		panic(err)
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		panic(err)
	}
	_ = resp.Body.Close()

	answer, err := question.Wait(context.Background())
	fmt.Println(answer.Text, answer.Entities[0].Type, err)
	fmt.Printf("%+v\n", srv.Counts())
	// Output:
	// Coupez le réglage. bold <nil>
	// {Shown:1 Answered:1 Answers:1 Duplicates:0 Presses:0 Unanswered:0 Queries:0 NotAnswered:0}
}
