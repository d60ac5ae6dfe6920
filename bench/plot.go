package main

import (
	"image/color"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
	"gonum.org/v1/plot/vg/vgsvg"
)

// palette is that of Okabe and Ito (2008), which the colour-blind can tell apart.
var palette = []color.Color{
	color.RGBA{0, 114, 178, 255}, color.RGBA{230, 159, 0, 255}, color.RGBA{213, 94, 0, 255}, color.RGBA{0, 158, 115, 255},
}

// drawPlot writes two panels side by side: accuracy and time by number of entries.
// The file's name ends in .svg or .png.
func drawPlot(rows []row, path string) error {
	accuracy, err := panel(rows, "right entry first, typos (%)", func(r row) float64 { return r.typos })
	if err != nil {
		return err
	}
	accuracy.Y.Min, accuracy.Y.Max = 0, 100
	accuracy.Y.Tick.Marker = ticks(0, 20, 40, 60, 80, 100)
	latency, err := panel(rows, "p99 of a question (ms)", func(r row) float64 {
		return max(float64(r.p99.Microseconds()), 1) / 1000
	})
	if err != nil {
		return err
	}
	latency.Y.Scale, latency.Y.Tick.Marker = plot.LogScale{}, ticks(0.01, 0.1, 1, 10, 100, 1000)
	latency.Y.Min, latency.Y.Max = 0.01, 1000
	latency.Legend = plot.NewLegend() // that of the other panel does for both
	const width, height = 26 * vg.Centimeter, 11 * vg.Centimeter
	var canvas vg.CanvasWriterTo
	if strings.EqualFold(filepath.Ext(path), ".png") {
		canvas = vgimg.PngCanvas{Canvas: vgimg.New(width, height)}
	} else {
		canvas = vgsvg.New(width, height)
	}
	tiles := halves(canvas)
	accuracy.Draw(tiles[0])
	latency.Draw(tiles[1])
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	if _, err := canvas.WriteTo(f); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

// halves cuts the canvas into a left and a right half.
func halves(c vg.CanvasSizer) [2]draw.Canvas {
	all := draw.New(c)
	middle := (all.Min.X + all.Max.X) / 2
	pad := vg.Length(8)
	return [2]draw.Canvas{
		draw.Crop(all, pad, middle-all.Max.X-pad, pad, -pad),
		draw.Crop(all, middle-all.Min.X+pad, -pad, pad, -pad),
	}
}

// panel plots a value of each engine by number of entries, on a logarithmic scale.
func panel(rows []row, label string, value func(row) float64) (*plot.Plot, error) {
	p := plot.New()
	p.X.Label.Text, p.Y.Label.Text = "entries in the base", label
	p.X.Scale = plot.LogScale{}
	p.Legend.Top, p.Legend.Left = true, true
	p.Legend.ThumbnailWidth = vg.Points(24)
	p.Legend.Padding = vg.Points(2)
	p.Add(plotter.NewGrid())
	var sizes []float64
	lines := map[string]plotter.XYs{}
	var names []string
	for _, r := range rows {
		sizes = append(sizes, float64(r.entries))
		if lines[r.engine] == nil {
			names = append(names, r.engine)
		}
		lines[r.engine] = append(lines[r.engine], plotter.XY{X: float64(r.entries), Y: value(r)})
	}
	p.X.Tick.Marker = ticks(slices.Compact(sizes)...)
	for i, name := range names {
		line, points, err := plotter.NewLinePoints(lines[name])
		if err != nil {
			return nil, err
		}
		line.Color, points.Color = palette[i%len(palette)], palette[i%len(palette)]
		line.Width, points.Shape = vg.Points(2), draw.CircleGlyph{}
		p.Add(line, points)
		p.Legend.Add(name, line, points)
	}
	return p, nil
}

// ticks marks the given values only.
func ticks(values ...float64) plot.ConstantTicks {
	var out plot.ConstantTicks
	for _, v := range values {
		out = append(out, plot.Tick{Value: v, Label: message.NewPrinter(language.English).Sprint(number.Decimal(v))})
	}
	return out
}
