package discordrest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"mime/multipart"
	"net/textproto"
	"strconv"
	"strings"
)

// A File is sent along with a call (docs: reference, « Uploading Files »).
type File struct {
	Name string
	Type string // its media type
	Data []byte
}

// A payload is the body of a call as it leaves, the same at each try.
type payload struct {
	data []byte
	kind string
}

// encode writes the body of a call: JSON, or a form of JSON and files; nil for none.
func encode(call Call) (*payload, error) {
	if call.Body == nil {
		return nil, nil //nolint:nilnil // no body is no error
	}
	var text bytes.Buffer
	enc := json.NewEncoder(&text)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(call.Body); err != nil {
		return nil, fmt.Errorf("encode the call: %w", err)
	}
	if len(call.Files) == 0 {
		return &payload{text.Bytes(), "application/json"}, nil
	}
	var all bytes.Buffer
	form := multipart.NewWriter(&all)
	write := func(name, file, kind string, data []byte) {
		h := textproto.MIMEHeader{}
		h.Set("Content-Disposition", `form-data; name="`+name+`"`+file)
		h.Set("Content-Type", kind)
		part, _ := form.CreatePart(h) // a buffer takes everything
		_, _ = part.Write(data)
	}
	write("payload_json", "", "application/json", text.Bytes())
	for i, f := range call.Files {
		write("files["+strconv.Itoa(i)+"]", `; filename="`+strings.NewReplacer(`"`, "_", `\`, "_", "\r", "_", "\n", "_").Replace(f.Name)+`"`, f.Type, f.Data)
	}
	if err := form.Close(); err != nil {
		return nil, fmt.Errorf("encode the files of the call: %w", err)
	}
	return &payload{all.Bytes(), form.FormDataContentType()}, nil
}
