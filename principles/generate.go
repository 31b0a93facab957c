package principles

//go:generate go test -run TestGenerated -update .
