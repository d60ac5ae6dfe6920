package playground

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"slices"
)

// margin is what is left blank below the page, as at its sides.
const margin = 15

// cut takes the blank rows at the bottom away, and reduces the colours.
func cut(img image.Image) image.Image {
	b := img.Bounds()
	all := image.NewRGBA(image.Rect(0, 0, b.Dx(), b.Dy()))
	draw.Draw(all, all.Bounds(), img, b.Min, draw.Src)
	row := func(y int) []byte { return all.Pix[y*all.Stride : (y+1)*all.Stride] }
	end := b.Dy()
	for end > 1 && bytes.Equal(row(end-1), row(b.Dy()-1)) {
		end--
	}
	all.Rect.Max.Y = min(end+margin, b.Dy())
	out := image.NewPaletted(all.Bounds(), palette(all))
	draw.Draw(out, out.Bounds(), all, image.Point{}, draw.Src)
	return out
}

// palette is the most frequent colours of a page, as many as a PNG can number. The few others are shades between letters and their
// ground, and one next to them does as well.
func palette(img *image.RGBA) color.Palette {
	const most = 256
	count := map[color.RGBA]int{}
	for p := range slices.Chunk(img.Pix[:img.Rect.Dy()*img.Stride], 4) {
		count[color.RGBA{p[0], p[1], p[2], p[3]}]++
	}
	all := make([]color.RGBA, 0, len(count))
	for c := range count {
		all = append(all, c)
	}
	slices.SortFunc(all, func(a, b color.RGBA) int {
		if d := count[b] - count[a]; d != 0 {
			return d
		}
		return bytes.Compare([]byte{a.R, a.G, a.B}, []byte{b.R, b.G, b.B}) // the same page, the same picture
	})
	var out color.Palette
	for _, c := range all[:min(len(all), most)] {
		out = append(out, c)
	}
	return out
}

func encode(img image.Image) ([]byte, error) {
	var out bytes.Buffer
	err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, img)
	return out.Bytes(), err
}
