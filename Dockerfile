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
# Healthy means that every platform with a token is being heard.
HEALTHCHECK --interval=30s --timeout=5s --start-period=15s CMD ["/nonmerci", "health"]
ENTRYPOINT ["/nonmerci"]
CMD ["serve"]
