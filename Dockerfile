# Built in one stage, run in another that holds nothing but the program, certificates and time zones.
FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
ARG VERSION=dev
RUN CGO_ENABLED=0 go build -trimpath -ldflags "-s -w -X main.version=${VERSION}" -o /nonmerci .

FROM gcr.io/distroless/static:nonroot
COPY --from=build /nonmerci /nonmerci
USER nonroot:nonroot
WORKDIR /home/nonroot
# The program answers one question through its whole core: healthy means that it can answer.
HEALTHCHECK --interval=30s --timeout=3s --start-period=2s CMD ["/nonmerci", "doctor", "--quiet"]
ENTRYPOINT ["/nonmerci"]
CMD ["chat"]
