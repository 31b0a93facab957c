package principles

import (
	"math"
)

// softmax is a multinomial logistic regression with a penalty on the squares of
// the weights, to be fitted to targets that may be shared among classes. Each
// class begins with a bias that costs nothing.
type softmax struct {
	classes   int
	penalty   float64
	instances []instance
}

type instance struct {
	features []feature
	target   []float64
	weight   float64
}

type feature struct {
	number int
	value  float64
}

// fit returns the weights, by feature and class.
func (m *softmax) fit(features int) []float64 {
	n := features * m.classes
	return minimize(n+m.classes, func(at, slope []float64) float64 {
		loss := 0.0
		for i, w := range at[:n] {
			loss += m.penalty / 2 * w * w
			slope[i] = m.penalty * w
		}
		clear(slope[n:])
		scores := make([]float64, m.classes)
		for i := range m.instances {
			loss += m.instance(&m.instances[i], at, slope, scores, n)
		}
		return loss
	})[:n]
}

// instance adds to the slope what one instance pulls at the weights, and returns its
// loss.
func (m *softmax) instance(e *instance, at, slope, scores []float64, biases int) float64 {
	copy(scores, at[biases:])
	for _, f := range e.features {
		weights := at[f.number*m.classes:][:m.classes]
		for k, w := range weights {
			scores[k] += w * f.value
		}
	}
	loss := logLoss(scores, e.target, e.weight)
	for k, pull := range scores {
		slope[biases+k] += pull
	}
	for _, f := range e.features {
		weights := slope[f.number*m.classes:][:m.classes]
		for k, pull := range scores {
			weights[k] += pull * f.value
		}
	}
	return loss
}

// logLoss returns how far scores are from a target, and turns them into the slope
// of that.
func logLoss(scores, target []float64, weight float64) float64 {
	best, sum, loss := math.Inf(-1), 0.0, 0.0
	for _, s := range scores {
		best = max(best, s)
	}
	for _, s := range scores {
		sum += math.Exp(s - best)
	}
	whole := best + math.Log(sum)
	for k, s := range scores {
		loss -= weight * target[k] * (s - whole)
		scores[k] = weight * (math.Exp(s-whole) - target[k])
	}
	return loss
}

// minimize finds where a convex function is least, by the limited-memory method of
// Broyden, Fletcher, Goldfarb and Shanno. The function writes its slope.
func minimize(n int, f func(at, slope []float64) float64) []float64 {
	const steps, flat = 200, 1e-3
	at, slope, memory := make([]float64, n), make([]float64, n), memory{}
	value := f(at, slope)
	for range steps {
		way := memory.way(slope)
		next, nextSlope := make([]float64, n), make([]float64, n)
		reached, ok := value, false
		for length := memory.first(slope); length > 1e-10; length /= 2 {
			for i := range next {
				next[i] = at[i] + length*way[i]
			}
			if reached = f(next, nextSlope); reached <= value+1e-4*length*dot(slope, way) {
				ok = true
				break
			}
		}
		if !ok {
			return at
		}
		memory.add(at, next, slope, nextSlope)
		at, slope = next, nextSlope
		if math.Abs(value-reached) < flat*1e-3 || math.Sqrt(dot(slope, slope)) < flat {
			return at
		}
		value = reached
	}
	return at
}

// memory holds the last steps and how the slope changed along them, from which the
// curvature is guessed.
type memory struct{ steps, changes [][]float64 }

const remembered = 10

func (m *memory) add(at, next, slope, nextSlope []float64) {
	step, change := make([]float64, len(at)), make([]float64, len(at))
	for i := range at {
		step[i], change[i] = next[i]-at[i], nextSlope[i]-slope[i]
	}
	if dot(step, change) <= 0 {
		return
	}
	if len(m.steps) == remembered {
		m.steps, m.changes = m.steps[1:], m.changes[1:]
	}
	m.steps, m.changes = append(m.steps, step), append(m.changes, change)
}

// first is the length of step to try first.
func (m *memory) first(slope []float64) float64 {
	if len(m.steps) == 0 {
		return 1 / max(1, math.Sqrt(dot(slope, slope)))
	}
	return 1
}

// way returns the direction to go, downhill.
func (m *memory) way(slope []float64) []float64 {
	way, shares := make([]float64, len(slope)), make([]float64, len(m.steps))
	for i, s := range slope {
		way[i] = -s
	}
	for k := len(m.steps) - 1; k >= 0; k-- {
		shares[k] = dot(m.steps[k], way) / dot(m.steps[k], m.changes[k])
		shift(way, m.changes[k], -shares[k])
	}
	if k := len(m.steps) - 1; k >= 0 {
		scale := dot(m.steps[k], m.changes[k]) / dot(m.changes[k], m.changes[k])
		for i := range way {
			way[i] *= scale
		}
	}
	for k := range m.steps {
		shift(way, m.steps[k], shares[k]-dot(m.changes[k], way)/dot(m.steps[k], m.changes[k]))
	}
	return way
}

func dot(a, b []float64) float64 {
	sum := 0.0
	for i := range a {
		sum += a[i] * b[i]
	}
	return sum
}

func shift(v, by []float64, times float64) {
	for i := range v {
		v[i] += times * by[i]
	}
}
