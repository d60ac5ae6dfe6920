package discordtest

import (
	"bytes"
	"encoding/json"
	"mime/multipart"
	"net/http"
	"testing"
)

// upload posts a message with a file, as a form.
func (d *discord) upload(body object, file string) got {
	d.t.Helper()
	var b bytes.Buffer
	form := multipart.NewWriter(&b)
	_ = form.WriteField("payload_json", string(copyOf(body))) // a buffer does not fail
	part, err := form.CreateFormFile("files[0]", file)
	if err != nil {
		d.t.Fatal(err)
	}
	_, _ = part.Write([]byte("Madame, Monsieur"))
	_ = form.Close()
	req, err := http.NewRequestWithContext(d.t.Context(), http.MethodPost, "http://discord.test/api/v9/channels/"+d.channel.ID()+"/messages", &b)
	if err != nil {
		d.t.Fatal(err)
	}
	req.Header.Set("User-Agent", "DiscordBot (https://nonmerci.example, 1)")
	req.Header.Set("Authorization", "Bot "+d.Token())
	req.Header.Set("Content-Type", form.FormDataContentType())
	res, err := d.client.Do(req)
	if err != nil {
		d.t.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }()
	g := got{status: res.StatusCode, header: res.Header}
	_ = json.NewDecoder(res.Body).Decode(&g.body)
	return g
}

func TestFiles(t *testing.T) {
	inBubble(t, Options{Spec: needSpec(t), Limits: Limits{Off: true}}, func(d *discord) {
		d.want(d.upload(object{"allowed_mentions": silent(), "attachments": []object{{"id": "0", "filename": "lettre.txt"}}}, "lettre.txt"), 200, 0)
		m := d.channel.Messages(d.person)[0]
		if len(m.Files) != 1 || m.Files[0] != "lettre.txt" {
			t.Errorf("files: %v", m.Files)
		}
		path := "/channels/" + d.channel.ID() + "/messages/" + m.ID
		d.want(d.do("PATCH", path, object{"attachments": []object{}, "allowed_mentions": silent(), "content": "sans"}), 200, 0)
		if m = d.channel.Messages(d.person)[0]; len(m.Files) != 0 {
			t.Errorf("files after their removal: %v", m.Files)
		}
		d.channel.OverwriteUser(d.Bot(), 0, AttachFiles)
		d.want(d.upload(text("a"), "lettre.txt"), 403, 50013)
		d.noProblems()
	})
}
