package playground

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// pageHeight is that of the window that a page is photographed in. It is higher than any page; what is left blank is cut off.
const pageHeight = 5000

var errNoChromium = errors.New("pictures need Chromium: apt-get install -y chromium fonts-noto-core fonts-roboto-unhinted fonts-noto-color-emoji")

// browser is where Chromium is.
func browser() (string, error) {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", errNoChromium
}

// CanPhotograph says what to install when there is no Chromium.
func CanPhotograph() error {
	_, err := browser()
	return err
}

// photograph renders a file as PNG, so many pixels wide. dir is for what the browser writes.
func photograph(ctx context.Context, page, dir string, width int) ([]byte, error) {
	path, err := browser()
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	shot := filepath.Join(dir, "shot.png")
	cmd := exec.CommandContext(ctx, path, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--disable-lcd-text",
		"--force-device-scale-factor=1", "--user-data-dir="+filepath.Join(dir, "profile"),
		fmt.Sprintf("--window-size=%d,%d", width, pageHeight), "--screenshot="+shot, "file://"+page)
	cmd.WaitDelay = 5 * time.Second
	if said, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("run Chromium: %w: %s", err, bytes.TrimSpace(said[max(0, len(said)-300):]))
	}
	raw, err := os.ReadFile(shot)
	if err != nil {
		return nil, fmt.Errorf("find what Chromium wrote: %w", err)
	}
	img, err := png.Decode(bytes.NewReader(raw))
	if err != nil {
		return nil, fmt.Errorf("read what Chromium wrote: %w", err)
	}
	return encode(cut(img))
}
